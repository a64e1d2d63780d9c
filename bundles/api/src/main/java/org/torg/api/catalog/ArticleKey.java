package org.torg.api.catalog;

import java.util.Comparator;
import org.torg.api.vendor.VendorId;

/** Names one article of the tenant. In the order of the SKU. */
public record ArticleKey(VendorId vendor, Sku sku) implements Comparable<ArticleKey> {

    private static final Comparator<ArticleKey> ORDER = Comparator.comparing(ArticleKey::sku)
            .thenComparing(key -> key.vendor().value());

    @Override
    public int compareTo(ArticleKey other) {
        return ORDER.compare(this, other);
    }
}
