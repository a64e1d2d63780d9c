package org.torg.api.catalog;

import java.util.Optional;
import org.torg.api.LocalizedText;
import org.torg.api.pricing.PriceTag;

/**
 * A variant as somebody sees it.
 *
 * @param price for this caller; empty for strangers (L12)
 */
public record CatalogEntry(
        Variant variant, LocalizedText categoryName, Availability availability, Optional<PriceTag> price) {}
