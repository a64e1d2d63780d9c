package org.torg.portal.office.catalog;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Outcome;
import org.torg.api.Page;
import org.torg.api.PageRequest;
import org.torg.api.Refusal;
import org.torg.api.RefusedException;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.account.Scope;
import org.torg.api.catalog.Catalog;
import org.torg.api.catalog.CatalogEntry;
import org.torg.api.catalog.CatalogExports;
import org.torg.api.catalog.CatalogMedia;
import org.torg.api.catalog.CatalogSearch;
import org.torg.api.catalog.ProductQuery;
import org.torg.api.catalog.SearchQuery;
import org.torg.api.catalog.Sku;
import org.torg.api.vendor.VendorId;
import org.torg.portal.catalog.ProductExtras;
import org.torg.portal.office.Stall;
import org.torg.portal.page.Fields;
import org.torg.portal.page.Frame;
import org.torg.portal.page.Frames;
import org.torg.portal.page.Pages;
import org.torg.portal.page.Reply;
import org.torg.portal.page.Route;
import org.torg.portal.page.Visit;
import org.torg.portal.template.office.catalog.JtearticleGenerated;
import org.torg.portal.template.office.catalog.JtearticlesGenerated;

/** The articles of a vendor as its staff see them, and as a file. */
@Component(service = Pages.class)
public final class ArticlePages implements Pages {

    static final String SECTION = "office.articles";

    private static final int PER_PAGE = 50;
    private static final int MOST_TEXT = 200;

    private final Catalog catalog;
    private final CatalogSearch search;
    private final CatalogMedia media;
    private final CatalogExports exports;
    private final Frames frames;

    @Activate
    public ArticlePages(
            @Reference Catalog catalog,
            @Reference CatalogSearch search,
            @Reference CatalogMedia media,
            @Reference CatalogExports exports,
            @Reference Frames frames) {
        this.catalog = catalog;
        this.search = search;
        this.media = media;
        this.exports = exports;
        this.frames = frames;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/office/articles", Route.Door.STAFF, this::list),
                Route.get("/office/articles/export", Route.Door.STAFF, this::export),
                Route.get("/office/articles/{vendor}/{sku}", Route.Door.STAFF, this::article));
    }

    private Reply list(Visit visit) {
        Stall stall = Stall.present(visit, Function.CATALOG_IMPORT);
        ArticleList articles = find(visit.caller(), stall, visit.query());
        Frame frame =
                frames.of(visit, SECTION, visit.reader().text("menu.office.articles"), Optional.of(stall.vendor()));
        return Reply.page(out -> JtearticlesGenerated.render(out, null, frame, articles));
    }

    private ArticleList find(Caller caller, Stall stall, Fields asked) {
        Optional<String> text = asked.text("q").map(typed -> typed.substring(0, Math.min(typed.length(), MOST_TEXT)));
        PageRequest page = new PageRequest(asked.text("after"), PER_PAGE);
        SearchQuery query = new SearchQuery(
                text,
                Optional.of(stall.vendor()),
                Optional.empty(),
                Map.of(),
                Set.of(),
                text.isPresent() ? SearchQuery.Sort.RELEVANCE : SearchQuery.Sort.SKU,
                false,
                true);
        Outcome<CatalogSearch.Result> found = search.search(caller, query, page);
        if (found instanceof Outcome.Refused<CatalogSearch.Result> refused
                && refused.refusal().code().equals("search-not-ready")) {
            ProductQuery plain =
                    new ProductQuery(Optional.of(stall.vendor()), Optional.empty(), text, Map.of(), false, page);
            return list(
                    caller,
                    stall,
                    asked,
                    catalog.find(caller, plain).orElseThrow().page(),
                    OptionalLong.empty(),
                    false);
        }
        CatalogSearch.Result result = found.orElseThrow();
        return list(caller, stall, asked, result.page(), OptionalLong.of(result.total()), result.relaxed());
    }

    private ArticleList list(
            Caller caller, Stall stall, Fields asked, Page<CatalogEntry> page, OptionalLong total, boolean relaxed) {
        return new ArticleList(
                stall,
                asked,
                page,
                total,
                relaxed,
                page.items().isEmpty()
                        ? Map.of()
                        : media.pictures(
                                caller,
                                page.items().stream().map(ArticleList::key).toList()));
    }

    /** Made as it is sent, from the database, page by page. */
    private Reply export(Visit visit) {
        Stall stall = Stall.present(visit, Function.CATALOG_IMPORT);
        CatalogExports.Csv csv = exports.products(
                        visit.caller(), stall.vendor(), visit.query().has("stock"))
                .orElseThrow();
        return Reply.download("text/csv; charset=utf-8", stall.vendor().value() + "-articles.csv", csv::writeTo);
    }

    private Reply article(Visit visit) {
        VendorId vendor = new VendorId(visit.id("vendor"));
        if (!visit.caller().may(Function.CATALOG_IMPORT, Scope.of(vendor)) || !Sku.isValid(visit.part("sku"))) {
            throw new RefusedException(Refusal.notFound("product"));
        }
        CatalogEntry entry = catalog.get(visit.caller(), Optional.of(vendor), new Sku(visit.part("sku")))
                .orElseThrow();
        ProductExtras extras = ProductExtras.of(media.of(visit.caller(), ArticleList.key(entry)));
        Frame frame =
                frames.of(visit, SECTION, visit.reader().of(entry.variant().name()), Optional.of(vendor));
        return Reply.page(out -> JtearticleGenerated.render(out, null, frame, entry, extras));
    }
}
