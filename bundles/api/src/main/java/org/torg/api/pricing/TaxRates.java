package org.torg.api.pricing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;
import org.torg.api.FailsClosed;

/** Answers VAT rates by country, category and date: never a constant. */
@ConsumerType
@FailsClosed
public interface TaxRates {

    /**
     * @param taxPoint the date that decides
     * @return 25 for 25 %; empty when the category is unknown there
     */
    Optional<BigDecimal> rate(String country, String category, LocalDate taxPoint);
}
