package org.torg.api.catalog;

import java.util.Optional;
import org.torg.api.LocalizedText;

/**
 * An article that belongs to another, in few words. Never with a price (L12).
 *
 * @param picture its first
 */
public record RelatedArticle(
        Relation relation,
        ArticleKey article,
        LocalizedText name,
        String brand,
        AvailabilityState availability,
        Optional<Medium> picture) {}
