package org.torg.portal.office.catalog;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.torg.api.Page;
import org.torg.api.catalog.ArticleKey;
import org.torg.api.catalog.CatalogEntry;
import org.torg.api.catalog.Medium;
import org.torg.portal.office.Stall;
import org.torg.portal.page.Fields;
import org.torg.portal.page.Paths;

/**
 * Articles of a vendor.
 *
 * @param asked the whole query
 * @param total of all pages; empty while there is no index
 * @param relaxed whether similar words count, because nothing has those that were written
 * @param pictures of the articles that have one
 */
public record ArticleList(
        Stall stall,
        Fields asked,
        Page<CatalogEntry> page,
        OptionalLong total,
        boolean relaxed,
        Map<ArticleKey, Medium> pictures) {

    public ArticleList {
        pictures = Map.copyOf(pictures);
    }

    public Optional<Medium> picture(CatalogEntry entry) {
        return Optional.ofNullable(pictures.get(key(entry)));
    }

    /** Where the next page is. */
    public String next(String cursor) {
        return "/office/articles?"
                + Paths.query(asked.with(Stall.FIELD, stall.vendor().value()).with("after", cursor));
    }

    static ArticleKey key(CatalogEntry entry) {
        return new ArticleKey(entry.variant().vendor(), entry.variant().sku());
    }
}
