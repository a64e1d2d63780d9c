package org.torg.api.vendor;

import java.math.BigDecimal;
import java.util.Optional;
import org.torg.api.Message;

/**
 * A number or word that staff may edit.
 *
 * @param key in kebab case with dots, unique within the vendor, such as {@code loyalty.gold.percent}
 * @param initial the value until staff set another
 * @param minimum smallest allowed number, inclusive
 * @param maximum largest allowed number, inclusive
 * @param label for staff
 */
public record ParameterDefinition(
        String key,
        Type type,
        String initial,
        Optional<BigDecimal> minimum,
        Optional<BigDecimal> maximum,
        Message label) {

    public enum Type {
        /** An amount in the vendor's currency, such as {@code 149.00}. */
        AMOUNT,
        /** A percentage: {@code 12.5} means 12.5 %. */
        PERCENT,
        INTEGER,
        DECIMAL,
        /** {@code true} or {@code false}. */
        FLAG
    }
}
