package org.torg.kernel.catalog.imports;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.torg.kernel.catalog.imports.Numerals.DecimalSign;
import org.torg.kernel.catalog.imports.Numerals.Numeral;

/** Reads numbers of pieces as people write them: {@code 10}, {@code 10,0}, {@code 1 000}, {@code 10 stk.}; never rounded. */
public final class PieceCounts {

    private static final Pattern WITH_UNIT = Pattern.compile("(.*[0-9])\\s*(\\p{L}{1,5})\\.?");
    private static final Set<String> UNITS = Set.of("stk", "st", "styck", "pcs", "pc", "ea", "x", "kpl");
    private static final Pattern AMBIGUOUS = Pattern.compile("[1-9][0-9]{0,2}[.,][0-9]{3}");

    private final Numerals numerals;

    private PieceCounts(DecimalSign sign) {
        this.numerals = new Numerals(sign);
    }

    /** Of cells that stand in one file: what one says about its decimal sign counts for all. */
    public static PieceCounts of(Collection<String> cells) {
        EnumSet<DecimalSign> signs = EnumSet.noneOf(DecimalSign.class);
        cells.forEach(cell -> Numerals.evidence(cell).ifPresent(signs::add));
        return new PieceCounts(signs.size() == 1 ? signs.iterator().next() : DecimalSign.MIXED);
    }

    /** What a cell says; empty when it is no number. Whether it is a whole one is for others to see. */
    public Optional<BigDecimal> read(String cell) {
        return numerals.read(withoutUnit(cell)).map(Numeral::value);
    }

    /** Whether it may be read in two ways, such as {@code 1,250}, and nothing says which. */
    public boolean isAmbiguous(String cell) {
        String text = withoutUnit(cell);
        return AMBIGUOUS.matcher(text).matches() && numerals.read(text).isEmpty();
    }

    private static String withoutUnit(String cell) {
        String text = cell.strip();
        Matcher unit = WITH_UNIT.matcher(text);
        return unit.matches() && UNITS.contains(unit.group(2).toLowerCase(Locale.ROOT)) ? unit.group(1) : text;
    }
}
