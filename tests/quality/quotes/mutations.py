"""Makes quotations true and false from the sentences of a corpus: one function for each kind.

Each takes a random.Random, the corpus and a Sentence, and gives a Quotation, or None when the sentence
does not lend itself. A false one whose words happen to stand somewhere all the same is given up.
"""
import collections
import re
import unicodedata

# kind: verdicts that are right; types: one of them must be among the alterations (none: any or none)
Quotation = collections.namedtuple("Quotation", "kind text verdicts types party flag",
                                   defaults=(None, None))

NEGATIONS = ("inte", "aldrig", "ej", "inga", "ingen", "inget", "utan", "varken")
MODALS = ("ska", "bör", "kan", "får", "måste")
NAMES = ("Åmotfors", "Lindkvist", "Norrbacka", "Westmanska", "Sjöhult", "Kalmarsund")
PLAIN = ("fönster", "trappan", "gulaktig", "snabbare", "målade", "brevlådor", "somliga", "vandrar")
TAIL = "medan hela orkestern spelade baklänges till gryningen utan att blinka".split()


def join(words):
    return " ".join(words)


def bare(word):
    return word.strip(".,;:!?()”“\"'»«–")


def replace(words, at, word):
    """The words with the letters of one replaced, its punctuation kept."""
    return words[:at] + [words[at].replace(bare(words[at]), word, 1)] + words[at + 1:]


def false(corpus, kind, text, types, verdicts=("altered",)):
    return None if corpus.holders(text) else Quotation(kind, text, verdicts, types)


def inner(words):
    """Numbers of the words that have one before and after them."""
    return range(1, len(words) - 1)


# --- true ---

def verbatim(random, corpus, sentence):
    return Quotation("verbatim", sentence.text, ("exact",), None)


def part(random, corpus, sentence):
    words = sentence.words
    size = random.randint(6, len(words) - 1)
    first = random.randint(0, len(words) - size)
    return Quotation("part", join(words[first:first + size]), ("exact",), None)


def typographic_noise(random, corpus, sentence):
    text = sentence.text
    noises = [
        lambda t: "”" + t.replace("”", "'").replace("\"", "'") + "”",
        lambda t: "»" + t + "«",
        str.upper,
        lambda t: unicodedata.normalize("NFD", t),
        lambda t: t.replace(" ", "\n", 3),
        lambda t: t.replace(" ", "\u00a0 "),
        lambda t: t.replace("–", "—"),
        lambda t: re.sub(r"(\w{4})(\w{4})", "\\1\u00ad\\2", t),
        lambda t: re.sub(r"([a-zåäö]{5})([a-zåäö]{4})", "\\1-\n\\2", t, count=1),
        lambda t: t.rstrip("."),
        lambda t: "• " + t,
        lambda t: t.replace("fi", "ﬁ").replace("fl", "ﬂ"),
    ]
    for noise in random.sample(noises, random.randint(1, 3)):
        # A word that is broken at a line end by a hyphen is read from small letters.
        text = noise(text)
    return Quotation("typographic_noise", text, ("exact",), None)


# --- a false origin ---

def wrong_party(random, corpus, sentence):
    holders = corpus.holders(sentence.text)
    with_them = {party for other in corpus.sentences if other.document in holders
                 for party in other.party}
    others = [party for party in corpus.parties if party not in with_them]
    if not others or not sentence.party:
        return None
    return Quotation("wrong_party", sentence.text, ("misattributed",), None, random.choice(others))


# --- changed words ---

def negation_added(random, corpus, sentence):
    places = [i for i in inner(sentence.words) if bare(sentence.words[i]).lower() in MODALS]
    at = random.choice(places or list(inner(sentence.words))) + 1
    words = sentence.words[:at] + ["inte"] + sentence.words[at:]
    return false(corpus, "negation_added", join(words), ("negation",))


def negation_removed(random, corpus, sentence):
    places = [i for i in inner(sentence.words) if sentence.words[i].lower() in NEGATIONS]
    if not places:
        return None
    at = random.choice(places)
    words = sentence.words[:at] + sentence.words[at + 1:]
    return false(corpus, "negation_removed", join(words), ("negation",))


def number_changed(random, corpus, sentence):
    places = [i for i, word in enumerate(sentence.words) if re.fullmatch(r"\d+", bare(word))]
    if not places:
        return None
    at = random.choice(places)
    number = str(int(bare(sentence.words[at])) + random.choice((1, 2, 10)))
    return false(corpus, "number_changed", join(replace(sentence.words, at, number)), ("number",))


def modal_swapped(random, corpus, sentence):
    places = [i for i, word in enumerate(sentence.words) if word in MODALS]
    if not places:
        return None
    at = random.choice(places)
    other = random.choice([modal for modal in MODALS if modal != sentence.words[at]])
    return false(corpus, "modal_swapped", join(replace(sentence.words, at, other)), ("modal",))


def name_replaced(random, corpus, sentence):
    places = [i for i in inner(sentence.words)
              if re.fullmatch(r"[A-ZÅÄÖ][a-zåäö]{2,}", bare(sentence.words[i]))]
    if not places:
        return None
    words = replace(sentence.words, random.choice(places), random.choice(NAMES))
    return false(corpus, "name_replaced", join(words), ("name",))


def word_dropped(random, corpus, sentence):
    at = random.choice(list(inner(sentence.words)))
    words = sentence.words[:at] + sentence.words[at + 1:]
    return false(corpus, "word_dropped", join(words), ("word_dropped",))


def word_added(random, corpus, sentence):
    at = random.choice(list(inner(sentence.words)))
    words = sentence.words[:at] + [random.choice(PLAIN)] + sentence.words[at:]
    return false(corpus, "word_added", join(words), ("word_added",))


def word_replaced(random, corpus, sentence):
    at = random.choice(list(inner(sentence.words)))
    words = replace(sentence.words, at, random.choice(PLAIN))
    return false(corpus, "word_replaced", join(words), ("word_changed",))


def words_swapped(random, corpus, sentence):
    at = random.choice(list(inner(sentence.words)))
    a, b = sentence.words[at], sentence.words[at + 1]
    if bare(a).lower() == bare(b).lower():
        return None
    words = replace(replace(sentence.words, at, bare(b)), at + 1, bare(a))
    return false(corpus, "words_swapped", join(words), ("reordered",))


def letter_changed(random, corpus, sentence):
    places = [i for i in inner(sentence.words) if re.fullmatch(r"[a-zåäö]{5,}", sentence.words[i])]
    if not places:
        return None
    at = random.choice(places)
    word = sentence.words[at]
    letter = random.randrange(len(word))
    other = random.choice([c for c in "aeioukmst" if c != word[letter]])
    words = replace(sentence.words, at, word[:letter] + other + word[letter + 1:])
    # A number word or a negation that lost a letter is a changed number or negation too.
    return false(corpus, "letter_changed", join(words), ("word_changed", "number", "negation"))


def tail_replaced(random, corpus, sentence):
    if len(sentence.words) < 11:
        return None
    first = random.randrange(len(TAIL) - 5)
    words = sentence.words[:-5] + TAIL[first:first + 5]
    return false(corpus, "tail_replaced", join(words), ("tail_invented",))


# --- put together ---

def fragments_reversed(random, corpus, sentence):
    if len(sentence.words) < 10:
        return None
    at = random.randint(4, len(sentence.words) - 4)
    text = join(sentence.words[at:]).rstrip(".") + " " + join(sentence.words[:at])
    return false(corpus, "fragments_reversed", text, None, ("spliced",))


def stitched(random, corpus, sentence):
    other = random.choice(corpus.sentences)
    if other.document == sentence.document or min(len(sentence.words), len(other.words)) < 8:
        return None
    text = join(sentence.words[:random.randint(7, len(sentence.words))]).rstrip(".,")
    text += random.choice((" ", " och ")) + join(other.words[-random.randint(7, len(other.words)):])
    return false(corpus, "stitched", text, None, ("spliced",))


# --- marked gaps ---

def gap(random, sentence, first, last):
    mark = random.choice(("…", "[...]", "(…)", "[…]", "- -"))
    return join(sentence.words[:first] + [mark] + sentence.words[last:])


def ellipsis(random, corpus, sentence):
    if len(sentence.words) < 12:
        return None
    first = random.randint(4, len(sentence.words) - 6)
    last = random.randint(first + 1, len(sentence.words) - 4)
    return Quotation("ellipsis", gap(random, sentence, first, last), ("elided",), None)


def ellipsis_over_negation(random, corpus, sentence):
    places = [i for i in range(4, len(sentence.words) - 4)
              if sentence.words[i].lower() in NEGATIONS]
    if not places:
        return None
    text = gap(random, sentence, places[0], places[0] + random.randint(1, 2))
    return Quotation("ellipsis_over_negation", text, ("elided",), None, None, "omitted_negation")


def ellipsis_and_change(random, corpus, sentence):
    if len(sentence.words) < 14:
        return None
    at = random.choice(range(1, 4))
    changed = sentence._replace(words=replace(sentence.words, at, random.choice(PLAIN)))
    text = gap(random, changed, 6, random.randint(7, 9))
    return Quotation("ellipsis_and_change", text, ("altered",), ("word_changed",))


TRUE = (verbatim, part, typographic_noise)
KINDS = TRUE + (wrong_party, negation_added, negation_removed, number_changed, modal_swapped,
                name_replaced, word_dropped, word_added, word_replaced, words_swapped,
                letter_changed, tail_replaced, fragments_reversed, stitched, ellipsis,
                ellipsis_over_negation, ellipsis_and_change)


def make(random, corpus, count):
    """`count` quotations, as many of each kind as the corpus has sentences for."""
    quotations = []
    tried = 0
    while len(quotations) < count and tried < 40 * count:
        kind = KINDS[tried % len(KINDS)]
        tried += 1
        made = kind(random, corpus, random.choice(corpus.sentences))
        if made is not None:
            quotations.append(made)
    return quotations
