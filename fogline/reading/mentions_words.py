"""Word lists of the grammar of unnamed actors: what modifies, counts, is collective, takes its body's sector."""

from __future__ import annotations

MODIFIER_TAGS = frozenset({"JJ", "JJR", "JJS", "NN", "NNS", "NNP", "NNPS", "CD", "HYPH", "POS", "AFX", "FW"})
COMPARED = frozenset({"least", "most", "more", "fewer", "less"})
COUNTED = frozenset({"other", "further", "additional", "estimated", "last", "first", "next", "more", "top"})
RIVERSIDE = frozenset(
    {"other", "left", "right", "west", "east", "north", "south", "western", "eastern", "river", "opposite", "far"}
)
NOT_DIPLOMATS = frozenset({"fighter", "worker", "agent", "group", "force", "operative", "troop", "faction", "militant"})
APPOSED = frozenset(
    {"movement", "group", "militia", "organisation", "organization", "party"}
)  # the M23 movement is M23
KINDS = frozenset(
    {"terrorist", "militant", "armed", "rebel", "jihadist", "extremist", "insurgent", "islamist", "political"}
)
ALWAYS_JOINED = frozenset({"of", "within", "inside", "at", "for"})
TAKES_SECTOR = frozenset({
    "official", "leader", "fighter", "member", "commander", "spokesman", "spokeswoman", "spokesperson", "chief",
    "source", "aide", "adviser", "group", "force", "representative", "militant", "terrorist", "operative", "personnel",
    "agent",
    "negotiator", "faction", "unit", "inspector", "monitor", "observer", "director", "head", "envoy",
    "ambassador", "peacekeeper", "troop", "administration", "delegation", "mission", "agency", "lawmaker",
    "leadership", "worker", "staff", "officer", "guard",
})  # fmt: skip
BARE = frozenset({"police", "media", "personnel", "people", "clergy"})  # no article needed
COLLECTIVE = frozenset({
    "militia", "gang", "cartel", "opposition", "party", "media", "press", "clergy", "tribe", "community", "group",
    "faction", "movement", "crowd", "mob", "family", "elite", "delegation", "crew", "personnel", "people", "jury",
    "minority", "ally", "enemy", "leadership", "alliance", "team", "squad", "cell", "network", "paramilitary",
    "coalition", "staff", "workforce",
})  # fmt: skip
FIGHTERS = frozenset({
    "fighter", "gunman", "militant", "terrorist", "insurgent", "rebel", "jihadist", "jihadi", "extremist", "bomber",
    "attacker", "sniper", "militiaman", "guerrilla", "guerilla", "assailant", "islamist", "mercenary", "soldier",
    "cell", "gang", "militia", "partisan", "combatant", "recruit", "brigade", "battalion",
})  # fmt: skip
STRUCK_WITH = frozenset({
    "shelling", "bombardment", "bombing", "raid", "offensive", "attack", "assault", "fire", "gunfire", "artillery",
    "rocket", "missile", "shell", "mortar", "tank",
})  # fmt: skip
UNSURE = frozenset({"REB", "IMG", "UAF", "CRM"})  # sectors of armed groups: their men's, and never a named person's
OPENERS = frozenset({
    "meanwhile", "however", "separately", "earlier", "later", "yesterday", "today", "recently", "elsewhere",
    "overnight", "additionally", "furthermore", "moreover", "nevertheless", "previously", "currently", "reportedly",
    "initially", "eventually", "finally", "instead", "similarly", "thereafter", "afterwards", "afterward", "again",
    "once", "only", "even", "still", "perhaps", "apparently", "allegedly", "although", "though", "because",
    "unless", "until", "despite", "following", "according", "thanks", "unlike", "like", "among", "under", "against",
    "between", "throughout", "within", "without", "about", "over", "around", "across", "inside", "outside",
    "through", "where", "which", "why", "how",
})  # fmt: skip
DATING = frozenset({
    "in", "on", "since", "last", "next", "this", "early", "late", "mid", "by", "until", "from", "of",
})  # fmt: skip
