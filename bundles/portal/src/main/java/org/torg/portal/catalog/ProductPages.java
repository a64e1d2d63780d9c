package org.torg.portal.catalog;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Outcome;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.catalog.Catalog;
import org.torg.api.catalog.CatalogEntry;
import org.torg.api.catalog.CatalogMedia;
import org.torg.api.catalog.Sku;
import org.torg.api.configurator.Answers;
import org.torg.api.configurator.Configurations;
import org.torg.api.pricing.LineId;
import org.torg.api.pricing.PriceRequest;
import org.torg.api.pricing.PricedCart;
import org.torg.api.pricing.Prices;
import org.torg.api.vendor.VendorId;
import org.torg.portal.page.Frame;
import org.torg.portal.page.Frames;
import org.torg.portal.page.Pages;
import org.torg.portal.page.Reply;
import org.torg.portal.page.Route;
import org.torg.portal.page.Visit;
import org.torg.portal.template.catalog.JteproductGenerated;

/** One article: what it is, whether it can be had, what it costs this customer and why. */
@Component(service = Pages.class)
public final class ProductPages implements Pages {

    private final Catalog catalog;
    private final CatalogMedia media;
    private final Configurations configurations;
    private final Prices prices;
    private final Frames frames;

    @Activate
    public ProductPages(
            @Reference Catalog catalog,
            @Reference CatalogMedia media,
            @Reference Configurations configurations,
            @Reference Prices prices,
            @Reference Frames frames) {
        this.catalog = catalog;
        this.media = media;
        this.configurations = configurations;
        this.prices = prices;
        this.frames = frames;
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.get("/products/{vendor}/{sku}", Route.Door.ANYBODY, this::product));
    }

    private Reply product(Visit visit) {
        VendorId vendor = new VendorId(visit.id("vendor"));
        Sku sku = new Sku(visit.part("sku"));
        Caller caller = visit.caller();
        CatalogEntry entry = catalog.get(caller, Optional.of(vendor), sku).orElseThrow();
        boolean configured = configurations
                .guide(caller, Optional.of(vendor), sku, Answers.NONE)
                .isDone();
        Optional<PricedCart> explained = configured ? Optional.empty() : explained(caller, vendor, sku);
        Product product =
                new Product(entry, ProductExtras.of(media.of(caller, Pictures.key(entry))), configured, explained);
        Frame frame =
                frames.of(visit, "catalogue", visit.reader().of(entry.variant().name()), Optional.of(vendor));
        return Reply.page(out -> JteproductGenerated.render(out, null, frame, product));
    }

    /** The price of one with its trace, for who may see it. */
    private Optional<PricedCart> explained(Caller caller, VendorId vendor, Sku sku) {
        if (caller.here().filter(here -> caller.may(Function.PRICE_READ, here)).isEmpty()) {
            return Optional.empty();
        }
        Outcome<Prices.Quotation> outcome = prices.price(
                caller,
                new PriceRequest(
                        Optional.of(vendor),
                        Optional.empty(),
                        List.of(new PriceRequest.Line(new LineId("1"), sku, 1)),
                        Optional.empty(),
                        Optional.empty()));
        return outcome.isDone() ? Optional.of(outcome.orElseThrow().priced()) : Optional.empty();
    }

    /**
     * @param extras its pictures and documents, and what belongs to it
     * @param configured whether its buyer says how it is to be
     * @param explained the price of one, freight and VAT included, with its trace
     */
    public record Product(
            CatalogEntry entry, ProductExtras extras, boolean configured, Optional<PricedCart> explained) {}
}
