package org.torg.rest.catalog;

import java.util.Optional;
import org.torg.api.catalog.RelatedArticle;
import org.torg.http.Wording;
import org.torg.rest.http.Words;

/**
 * An article that belongs to another. Never with a price (L12).
 *
 * @param relation {@code spare-part}, {@code accessory}, {@code replacement} or {@code alternative}
 * @param state as that of a product's availability
 */
public record RelatedArticleJson(
        String relation,
        String vendor,
        String sku,
        String name,
        String brand,
        String state,
        Optional<MediumJson> picture) {

    static RelatedArticleJson of(RelatedArticle related, Wording wording) {
        return new RelatedArticleJson(
                Words.of(related.relation()),
                related.article().vendor().value(),
                related.article().sku().value(),
                wording.of(related.name()),
                related.brand(),
                Words.of(related.availability()),
                related.picture().map(picture -> MediumJson.of(picture, wording)));
    }
}
