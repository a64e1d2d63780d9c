package org.torg.kernel.catalog.media;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.account.Caller;
import org.torg.api.catalog.ArticleKey;
import org.torg.api.catalog.AvailabilityState;
import org.torg.api.catalog.CatalogMedia;
import org.torg.api.catalog.Category;
import org.torg.api.catalog.Medium;
import org.torg.api.catalog.RelatedArticle;
import org.torg.api.catalog.Variant;
import org.torg.api.store.BlobStore;
import org.torg.api.store.MediaStore;
import org.torg.api.store.MediaStore.FoundFile;
import org.torg.api.store.MediaStore.OwnedMedium;
import org.torg.api.store.MediaStore.OwnerKind;
import org.torg.api.store.MediaStore.Related;
import org.torg.api.store.Transactions;
import org.torg.api.vendor.VendorId;
import org.torg.kernel.command.Gate;

/** Shows pictures, documents and related articles to whoever may see the catalogue. */
@Component(service = CatalogMedia.class)
public final class MediaService implements CatalogMedia {

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private final Transactions transactions;
    private final MediaStore store;
    private final BlobStore blobs;
    private final Gate gate;

    @Activate
    public MediaService(
            @Reference Transactions transactions,
            @Reference MediaStore store,
            @Reference BlobStore blobs,
            @Reference Gate gate) {
        this.transactions = transactions;
        this.store = store;
        this.blobs = blobs;
        this.gate = gate;
    }

    @Override
    public Extras of(Caller caller, ArticleKey article) {
        VendorId vendor = article.vendor();
        if (!sees(caller, vendor)) {
            return new Extras(List.of(), List.of());
        }
        String sku = article.sku().value();
        List<Related> related = transactions.read(tx -> store.related(tx, vendor, article.sku()));
        List<Medium> media =
                transactions
                        .read(tx -> store.media(tx, vendor, OwnerKind.ARTICLE, List.of(sku), Optional.empty()))
                        .stream()
                        .map(OwnedMedium::medium)
                        .toList();
        Map<String, Medium> pictures = related.isEmpty()
                ? Map.of()
                : firstPictures(
                        vendor,
                        OwnerKind.ARTICLE,
                        related.stream()
                                .map(one -> one.variant().variant().sku().value())
                                .toList());
        return new Extras(
                media, related.stream().map(one -> shown(one, pictures)).toList());
    }

    private static RelatedArticle shown(Related related, Map<String, Medium> pictures) {
        Variant variant = related.variant().variant();
        return new RelatedArticle(
                related.relation(),
                new ArticleKey(variant.vendor(), variant.sku()),
                variant.name(),
                variant.brand(),
                AvailabilityState.of(related.variant().availability()),
                Optional.ofNullable(pictures.get(variant.sku().value())));
    }

    @Override
    public Map<ArticleKey, Medium> pictures(Caller caller, Collection<ArticleKey> articles) {
        return pictures(caller, OwnerKind.ARTICLE, articles, ArticleKey::vendor, key -> key.sku()
                .value());
    }

    @Override
    public Map<Category, Medium> categoryPictures(Caller caller, Collection<Category> categories) {
        return pictures(caller, OwnerKind.CATEGORY, categories, Category::vendor, Category::path);
    }

    private <T> Map<T, Medium> pictures(
            Caller caller,
            OwnerKind kind,
            Collection<T> owners,
            Function<T, VendorId> vendorOf,
            Function<T, String> nameOf) {
        Map<VendorId, List<T>> byVendor = new LinkedHashMap<>();
        owners.forEach(owner -> byVendor.computeIfAbsent(vendorOf.apply(owner), vendor -> new ArrayList<>())
                .add(owner));
        Map<T, Medium> pictures = new HashMap<>();
        byVendor.forEach((vendor, theirs) -> {
            if (sees(caller, vendor)) {
                Map<String, Medium> first =
                        firstPictures(vendor, kind, theirs.stream().map(nameOf).toList());
                theirs.forEach(owner -> Optional.ofNullable(first.get(nameOf.apply(owner)))
                        .ifPresent(picture -> pictures.put(owner, picture)));
            }
        });
        return pictures;
    }

    private Map<String, Medium> firstPictures(VendorId vendor, OwnerKind kind, List<String> owners) {
        return transactions.read(tx -> store.media(tx, vendor, kind, owners, Optional.of(Medium.Kind.PICTURE))).stream()
                .collect(Collectors.toMap(OwnedMedium::owner, OwnedMedium::medium, (first, next) -> first));
    }

    private boolean sees(Caller caller, VendorId vendor) {
        return caller.mayAnywhere(org.torg.api.account.Function.CATALOG_READ) && !caller.isConfinedFrom(vendor);
    }

    @Override
    public Outcome<Content> open(Caller caller, String hash) {
        Optional<Refusal> denied = gate.requireAnywhere(caller, org.torg.api.account.Function.CATALOG_READ);
        if (denied.isPresent()) {
            return Outcome.refused(denied.get());
        }
        List<FoundFile> found =
                HASH.matcher(hash).matches() ? transactions.read(tx -> store.file(tx, hash)) : List.of();
        return found.stream()
                .filter(file -> !caller.isConfinedFrom(file.vendor()))
                .findFirst()
                .map(file -> Outcome.<Content>done(new Stored(file, blobs)))
                .orElseGet(() -> Outcome.refused(Refusal.notFound("media")));
    }

    private record Stored(FoundFile file, BlobStore blobs) implements Content {

        @Override
        public String mediaType() {
            return file.mediaType();
        }

        @Override
        public String fileName() {
            return file.name();
        }

        @Override
        public long bytes() {
            return file.bytes();
        }

        @Override
        public InputStream open() {
            return blobs.open(file.blob());
        }
    }
}
