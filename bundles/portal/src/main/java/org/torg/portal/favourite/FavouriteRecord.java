package org.torg.portal.favourite;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.torg.api.LocalizedText;
import org.torg.api.Refusal;
import org.torg.api.cart.CartId;
import org.torg.api.catalog.ArticleKey;
import org.torg.api.catalog.CatalogEntry;
import org.torg.api.catalog.Medium;
import org.torg.api.catalog.Sku;
import org.torg.api.favourite.Favourite;

/**
 * One favourite with its lines.
 *
 * @param names of its articles, those that are sold still
 * @param cart that is being filled with this vendor's goods, to which it may be added
 * @param refusal of what was just tried
 */
public record FavouriteRecord(
        Favourite favourite,
        Map<Sku, CatalogEntry> names,
        Map<ArticleKey, Medium> pictures,
        Optional<CartId> cart,
        Optional<Refusal> refusal) {

    public FavouriteRecord {
        names = Map.copyOf(names);
        pictures = Map.copyOf(pictures);
    }

    public List<Favourite.Line> lines() {
        return favourite.lines();
    }

    public LocalizedText name(Favourite.Line line) {
        return Optional.ofNullable(names.get(line.sku()))
                .map(entry -> entry.variant().name())
                .orElse(LocalizedText.of("en", line.sku().value()));
    }

    public boolean isSold(Favourite.Line line) {
        return names.containsKey(line.sku());
    }

    public Optional<Medium> picture(Favourite.Line line) {
        return Optional.ofNullable(pictures.get(new ArticleKey(favourite.vendor(), line.sku())));
    }
}
