"""Report → sentences, tokens and dependency trees; nothing else in Dateline imports spaCy."""

from dateline.parse.spacy_parser import Parser, ParserInfo, load_parser, parse, unread

__all__ = ["Parser", "ParserInfo", "load_parser", "parse", "unread"]
