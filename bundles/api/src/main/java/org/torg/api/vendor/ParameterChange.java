package org.torg.api.vendor;

import java.time.LocalDate;

/**
 * One value from one date on. Rows are added, never changed.
 *
 * @param validFrom first business date in the seller's zone; must not lie in the past
 */
public record ParameterChange(String key, String value, LocalDate validFrom) {}
