package org.torg.portal.look;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** A patient's name on paper: what lies in a parcel is read by many. */
public final class Initials {

    private Initials() {}

    /** Such as {@code Å. Ö.} for Åke Öberg. Words without a letter or digit are left out; a dash when nothing is left. */
    public static String of(String name) {
        String initials = Arrays.stream(name.split("[\\s\\p{Z}-]+"))
                .flatMap(word -> word.codePoints()
                        .filter(Character::isLetterOrDigit)
                        .limit(1)
                        .boxed())
                .map(letter -> Character.toString(letter).toUpperCase(Locale.ROOT) + ".")
                .collect(Collectors.joining(" "));
        return initials.isEmpty() ? "\u2013" : initials;
    }
}
