package io.portolan.search;

import io.portolan.access.Actor;
import io.portolan.database.Words;
import io.portolan.journal.JournalSearch;
import io.portolan.search.SearchedBanks.Bank;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Finds whatever has a page by what somebody types: every word must fit, by its beginning, the thing itself, its bank or its TPP. */
@Component
public class Search {

    /** A word that more banks or TPPs have tells little of whose a thing is. */
    private static final int ALIASES = 40;

    private final JdbcSearchEntries entries;
    private final SearchedBanks banks;
    private final JournalSearch journal;

    Search(JdbcSearchEntries entries, SearchedBanks banks, JournalSearch journal) {
        this.entries = entries;
        this.banks = banks;
        this.journal = journal;
    }

    /**
     * What there is of these words for somebody, as far as they may see it; nothing where no word has two letters.
     *
     * @param kinds what is looked for; all kinds where there are none
     * @param each how many of each kind at most
     */
    public Found of(String text, Set<Kind> kinds, int each, Actor actor) {
        var typed = new Typed(text);
        if (typed.words().isEmpty()) {
            return new Found(List.of());
        }
        var wanted = Stream.of(Kind.values()).filter(kind -> kinds.isEmpty() || kinds.contains(kind)).filter(kind -> actor.may(kind.role()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Kind.class)));
        var kept = wanted.stream().filter(Kind::isKept).collect(Collectors.toSet());
        var found = kept.isEmpty() ? new JdbcSearchEntries.Entries(List.of(), true)
                : entries.find(typed.words().stream().map(this::query).collect(Collectors.joining(" & ")), kept, typed.raw().toLowerCase(Locale.ROOT), each + 1);
        var groups = new ArrayList<Found.Group>();
        for (var kind : wanted) {
            var hits = switch (kind) {
                case BANK -> banks(typed, kind, each, bank -> true);
                case PLAYBOOK -> banks(typed, kind, each, Bank::hasPlaybook);
                case ACT -> acts(typed, each);
                default -> found.hits().stream().filter(hit -> hit.kind() == kind).map(this::named).toList();
            };
            if (!hits.isEmpty()) {
                groups.add(new Found.Group(kind, hits.stream().limit(each).toList(), hits.size() > each || kind.isKept() && !found.isAll()));
            }
        }
        return new Found(groups);
    }

    /** A word of the thing itself, or one of its bank or its TPP. */
    private String query(String word) {
        var own = Words.query(word);
        var called = banks.all().stream().filter(bank -> bank.isCalled(word)).map(bank -> " bank:" + bank.id()).limit(ALIASES + 1).toList();
        var tpps = entries.tpps(own, ALIASES + 1).stream().map(tpp -> " tpp:" + tpp).toList();
        return "(" + Stream.concat(Stream.of(own), Stream.of(called, tpps).filter(marks -> marks.size() <= ALIASES).flatMap(List::stream).map(Words::quoted))
                .collect(Collectors.joining(" | ")) + ")";
    }

    /** What is at a bank is called as the bank is; where it has a title of its own, the bank goes after it. */
    private Hit named(Hit hit) {
        if (hit.bank() == null) {
            return hit;
        }
        var name = banks.all().stream().filter(bank -> bank.id().equals(hit.bank())).map(Bank::name).findFirst().orElse(hit.bank());
        return new Hit(hit.kind(), hit.id(), hit.tpp(), hit.bank(), hit.title().equals(hit.bank()) ? name : hit.kind() == Kind.TASK ? hit.title() + ", " + name : hit.title(),
                hit.note(), hit.state(), hit.at());
    }

    private List<Hit> banks(Typed typed, Kind kind, int each, Predicate<Bank> fits) {
        return banks.all().stream().filter(fits).filter(bank -> typed.words().stream().allMatch(bank::isCalled)).limit(each + 1L)
                .map(bank -> new Hit(kind, bank.id(), null, bank.id(), bank.name(), bank.country(), null, null)).toList();
    }

    private List<Hit> acts(Typed typed, int each) {
        return journal.acts().stream().filter(act -> typed.words().stream().allMatch(act::contains)).limit(each + 1L)
                .map(act -> new Hit(Kind.ACT, act, null, null, act, null, null, null)).toList();
    }
}
