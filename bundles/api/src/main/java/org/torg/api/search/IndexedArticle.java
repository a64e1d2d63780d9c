package org.torg.api.search;

import java.util.List;
import org.torg.api.catalog.ArticleKey;
import org.torg.api.catalog.AvailabilityState;
import org.torg.api.catalog.Category;
import org.torg.api.catalog.Variant;

/**
 * What the index is told of an article. No price: what the index does not know it cannot tell (L12).
 *
 * @param categories its own and those above, from the root; may lack some
 */
public record IndexedArticle(Variant variant, List<Category> categories, AvailabilityState state) {

    public IndexedArticle {
        categories = List.copyOf(categories);
    }

    public ArticleKey key() {
        return new ArticleKey(variant.vendor(), variant.sku());
    }
}
