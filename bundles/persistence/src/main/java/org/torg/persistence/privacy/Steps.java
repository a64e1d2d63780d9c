package org.torg.persistence.privacy;

import java.util.ArrayList;
import java.util.List;

/** Parts a long list, so that a statement has a bounded number of parameters. */
final class Steps {

    /** A power of two: as many places as {@code IN} lists have. */
    private static final int SIZE = 256;

    private Steps() {}

    static List<List<String>> of(List<String> ids) {
        List<List<String>> steps = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += SIZE) {
            steps.add(ids.subList(from, Math.min(ids.size(), from + SIZE)));
        }
        return steps;
    }
}
