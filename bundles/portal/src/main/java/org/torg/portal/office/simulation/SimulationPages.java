package org.torg.portal.office.simulation;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Outcome;
import org.torg.api.Page;
import org.torg.api.PageRequest;
import org.torg.api.Refusal;
import org.torg.api.account.AccountId;
import org.torg.api.account.Accounts;
import org.torg.api.account.Agreement;
import org.torg.api.account.Function;
import org.torg.api.catalog.Catalog;
import org.torg.api.catalog.CatalogEntry;
import org.torg.api.catalog.Sku;
import org.torg.api.pricing.PriceRequest;
import org.torg.api.pricing.PricedCart.PricedLine;
import org.torg.api.pricing.Simulations;
import org.torg.api.pricing.Simulations.Simulated;
import org.torg.api.vendor.VendorDescriptor;
import org.torg.api.vendor.VendorId;
import org.torg.portal.office.OfficeRoutes;
import org.torg.portal.page.Fields;
import org.torg.portal.page.Frame;
import org.torg.portal.page.Frames;
import org.torg.portal.page.Pages;
import org.torg.portal.page.Reply;
import org.torg.portal.page.Route;
import org.torg.portal.page.Visit;
import org.torg.portal.template.office.simulation.JtesimulationGenerated;

/** What a customer would pay, on which day and under which generation of modules, with all steps. There is nothing to order by. */
@Component(service = Pages.class)
public final class SimulationPages implements Pages {

    private static final String PATH = "/office/simulation";
    private static final int COMPANIES = 8;

    private final Simulations simulations;
    private final Accounts accounts;
    private final Catalog catalog;
    private final Frames frames;

    @Activate
    public SimulationPages(
            @Reference Simulations simulations,
            @Reference Accounts accounts,
            @Reference Catalog catalog,
            @Reference Frames frames) {
        this.simulations = simulations;
        this.accounts = accounts;
        this.catalog = catalog;
        this.frames = frames;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                OfficeRoutes.get(PATH, Function.PRICE_SIMULATE, this::begin),
                OfficeRoutes.post(PATH, Function.PRICE_SIMULATE, this::price));
    }

    private Reply begin(Visit visit) {
        Fields asked = visit.query();
        Fields typed = id(asked)
                .flatMap(account -> dealing(visit, account))
                .filter(vendor -> !asked.has("vendor"))
                .map(vendor -> asked.with("vendor", vendor.value()))
                .orElse(asked);
        return page(visit, typed, Optional.empty(), Optional.empty());
    }

    /** A vendor that has agreed something with the customer: most likely it is meant. */
    private Optional<VendorId> dealing(Visit visit, AccountId account) {
        return done(accounts.agreements(visit.caller(), account)).stream()
                .flatMap(List::stream)
                .map(Agreement::vendor)
                .findFirst();
    }

    private Reply page(Visit visit, Fields typed, Optional<Simulated> simulated, Optional<Refusal> refusal) {
        Trial trial = new Trial(
                id(typed).flatMap(id -> done(accounts.get(visit.caller(), id))),
                typed.text("text").map(text -> sought(visit, text)).orElse(List.of()),
                typed,
                visit.vendors(Function.PRICE_SIMULATE),
                TypedRows.of(typed.typed("rows")),
                simulated.map(found -> names(visit, found)).orElse(Map.of()),
                simulated,
                refusal);
        Frame frame = frames.of(
                visit,
                "office.simulation",
                visit.reader().text("menu.office.simulation"),
                simulated.map(found -> found.priced().vendor()));
        return Reply.page(trial.status(), out -> JtesimulationGenerated.render(out, null, frame, trial));
    }

    private Reply price(Visit visit) {
        Fields form = visit.form();
        TypedRows rows = TypedRows.of(form.typed("rows"));
        if (rows.lines().isEmpty()) {
            return page(
                    visit,
                    form,
                    Optional.empty(),
                    Optional.of(missing("lines-missing", "There must be a line at least.")));
        }
        Optional<AccountId> account = id(form);
        if (account.isEmpty()) {
            return page(visit, form, Optional.empty(), Optional.of(Refusal.notFound("account")));
        }
        Outcome<Simulated> priced = simulations.price(
                visit.caller(),
                new Simulations.Simulation(
                        account.get(),
                        day(form),
                        generation(form),
                        new PriceRequest(
                                vendor(visit, form),
                                Optional.empty(),
                                rows.lines(),
                                Optional.empty(),
                                form.text("option").filter(code -> code.matches("[A-Za-z0-9._-]{1,64}")))));
        return priced instanceof Outcome.Refused<Simulated> refused
                ? page(visit, form, Optional.empty(), Optional.of(refused.refusal()))
                : page(visit, form, Optional.of(priced.orElseThrow()), Optional.empty());
    }

    private static Refusal missing(String code, String english) {
        return Refusal.of(Refusal.Kind.UNPROCESSABLE, code, english);
    }

    private static Optional<AccountId> id(Fields typed) {
        return typed.text("account")
                .filter(id -> id.matches("[A-Za-z0-9_-]{1,64}"))
                .map(AccountId::new);
    }

    private static Optional<VendorId> vendor(Visit visit, Fields form) {
        return visit.vendors(Function.PRICE_SIMULATE).stream()
                .map(VendorDescriptor::id)
                .filter(id -> form.text("vendor").map(id.value()::equals).orElse(true))
                .findFirst();
    }

    private static Optional<LocalDate> day(Fields form) {
        try {
            return form.text("date").map(LocalDate::parse);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Optional<Long> generation(Fields form) {
        return form.text("generation")
                .filter(digits -> digits.matches("[1-9][0-9]{0,17}"))
                .map(Long::valueOf);
    }

    private List<Accounts.Summary> sought(Visit visit, String text) {
        Accounts.Query query = new Accounts.Query(Optional.of(text), Optional.empty(), Optional.empty());
        return done(accounts.find(visit.caller(), query, PageRequest.first(COMPANIES)))
                .map(Page::items)
                .orElse(List.of());
    }

    private Map<Sku, String> names(Visit visit, Simulated simulated) {
        List<Sku> skus = simulated.priced().lines().stream()
                .map(PricedLine::sku)
                .distinct()
                .toList();
        Map<Sku, String> names = new LinkedHashMap<>();
        List<CatalogEntry> known = done(catalog.named(
                        visit.caller(),
                        simulated.priced().vendor(),
                        skus.stream().collect(Collectors.toSet())))
                .orElse(List.of());
        known.forEach(entry -> names.put(
                entry.variant().sku(), visit.reader().of(entry.variant().name())));
        return names;
    }

    private static <T> Optional<T> done(Outcome<T> outcome) {
        return outcome.isDone() ? Optional.of(outcome.orElseThrow()) : Optional.empty();
    }
}
