package org.torg.portal.catalog;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.torg.api.account.Caller;
import org.torg.api.catalog.ArticleKey;
import org.torg.api.catalog.CatalogEntry;
import org.torg.api.catalog.CatalogMedia;
import org.torg.api.catalog.Category;
import org.torg.api.catalog.Medium;

/** The first pictures of what a page lists (H23); of what has none, nothing. */
public record Pictures(Map<ArticleKey, Medium> articles, Map<Category, Medium> categories) {

    public Pictures {
        articles = Map.copyOf(articles);
        categories = Map.copyOf(categories);
    }

    /** All at once: a statement for each vendor, however many there are. */
    static Pictures of(CatalogMedia media, Caller caller, List<CatalogEntry> entries, List<Category> categories) {
        return new Pictures(
                entries.isEmpty()
                        ? Map.of()
                        : media.pictures(
                                caller, entries.stream().map(Pictures::key).toList()),
                categories.isEmpty() ? Map.of() : media.categoryPictures(caller, categories));
    }

    public Optional<Medium> of(CatalogEntry entry) {
        return Optional.ofNullable(articles.get(key(entry)));
    }

    public Optional<Medium> of(Category category) {
        return Optional.ofNullable(categories.get(category));
    }

    static ArticleKey key(CatalogEntry entry) {
        return new ArticleKey(entry.variant().vendor(), entry.variant().sku());
    }
}
