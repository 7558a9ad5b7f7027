package io.portolan.certificate;

import io.portolan.certificate.Finding.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is found, the worst first. */
final class FindingList {

    private final boolean isLive;
    private final List<Finding> all = new ArrayList<>();

    FindingList(boolean isLive) {
        this.isLive = isLive;
    }

    /** What can never work. */
    void error(String code, String clause, String sentence) {
        all.add(new Finding(Severity.ERROR, code, clause, sentence));
    }

    /** What cannot work where it is serious; sandboxes give out and take certificates like this. */
    void errorIfLive(String code, String clause, String sentence) {
        all.add(new Finding(isLive ? Severity.ERROR : Severity.WARNING, code, clause, sentence));
    }

    void warning(String code, String clause, String sentence) {
        all.add(new Finding(Severity.WARNING, code, clause, sentence));
    }

    void note(String code, String clause, String sentence) {
        all.add(new Finding(Severity.NOTE, code, clause, sentence));
    }

    List<Finding> sorted() {
        return all.stream().sorted(Comparator.comparing(Finding::severity)).toList();
    }
}
