"""Peoples, clans and faiths that have no state of their own: "Fulani herders" are herders, and no group called Fulani."""

from __future__ import annotations

from dateline.reference.actor_words import word_set

FAITHS = word_set(
    "ahmadi alawite assyrian bahai buddhist catholic christian coptic druze evangelical hindu islamic ismaili jewish "
    "maronite muslim orthodox pentecostal protestant salafi shi'ite shia shiite sikh sufi sunni yazidi"
)
COMMUNITIES = FAITHS | word_set(
    "acholi afar amhara amharic anuak anywaa arab arakanese armenian aymara azande azeri balanta baloch baluch bamana "
    "bambara banda banyamulenge baoule bari batwa bedouin beja berber berti biafran bissa bobo bodo bororo bozo "
    "brahui bugis bwa chakma chechen chin circassian creole crimean dagestani dagomba daju darod daza dinka dir dogon "
    "dogra dyula embera ewe fang fulani fulbe fur gbaya gumuz gurage gurma gurunsi hadendowa hausa hawiye hazara hema "
    "hmong hutu iban igbo ijaw ingush isaaq issa ituri jola jukun kachin kamba kanuri karen karenni kashmiri kayah "
    "kayin kikuyu kissi kongo konkomba konso kuki kunama kurd kurdish lango lendu lhotshampa lisu lobi luba luhya luo "
    "maasai maba madi maguindanao mahamid makonde mandinka manobo mapuche maranao masalit mayan meitei mende mestizo "
    "misseriya mizo mon moro mossi mumuye murle naga nande ndau nuba nuer nyanga nyangatom ogaden oromo ossetian "
    "otoro pashtun pathan pokot punjabi qashqai quechua rahanweyn rakhine rashaida reizegat rizeigat rohingya roma "
    "samburu sara senoufo serb serer shan sidama sidamo sindhi somali songhai susu tajik tamil tarok tatar tausug "
    "teda teke temne tibetan tigray tigrayan tigrinya tiv toubou tuareg turkana turkmen twa uduk uyghur uzbek wayuu "
    "welayta wolaita wolayta wolof yaka yakan yao yoruba zaghawa zande zaramo zulu"
)
"""Folded names of communities in whose name men take up arms, or against whom others do; names of faiths among them."""
