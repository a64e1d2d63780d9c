package org.torg.portal.company;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Outcome;
import org.torg.api.Page;
import org.torg.api.PageRequest;
import org.torg.api.Refusal;
import org.torg.api.account.Account;
import org.torg.api.account.Accounts;
import org.torg.api.account.Accounts.Consultant;
import org.torg.api.account.Agreement;
import org.torg.api.account.Caller;
import org.torg.api.account.CustomerRequests;
import org.torg.api.account.CustomerRequests.CustomerRequest;
import org.torg.api.account.Function;
import org.torg.api.catalog.Catalog;
import org.torg.api.catalog.CatalogEntry;
import org.torg.api.catalog.ProductQuery;
import org.torg.api.pricing.PriceTag;
import org.torg.api.vendor.VendorDescriptor;
import org.torg.api.vendor.VendorId;
import org.torg.portal.company.CompanyPage.Stall;
import org.torg.portal.page.Cookies;
import org.torg.portal.page.Frame;
import org.torg.portal.page.Frames;
import org.torg.portal.page.Pages;
import org.torg.portal.page.Reply;
import org.torg.portal.page.Route;
import org.torg.portal.page.Statuses;
import org.torg.portal.page.Visit;
import org.torg.portal.template.company.JtecompanyGenerated;

/** The company as its vendors know it (L05), its address book (L02), its places, its tiers (L08), and what waits (H16). */
@Component(service = Pages.class)
public final class CompanyPages implements Pages {

    static final String PATH = "/company";

    private static final int ASKED = 20;
    /** Of these many articles one has a price that tells the tier. */
    private static final int PRICED = 10;

    private final Accounts accounts;
    private final CustomerRequests requests;
    private final Catalog catalog;
    private final Frames frames;

    @Activate
    public CompanyPages(
            @Reference Accounts accounts,
            @Reference CustomerRequests requests,
            @Reference Catalog catalog,
            @Reference Frames frames) {
        this.accounts = accounts;
        this.requests = requests;
        this.catalog = catalog;
        this.frames = frames;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get(PATH, Route.Door.IN_COMPANY, visit -> show(visit, Optional.empty())),
                Route.post("/company/verify", Route.Door.IN_COMPANY, this::verify));
    }

    private Reply show(Visit visit, Optional<Refusal> refusal) {
        Caller caller = visit.caller();
        Account account = accounts.current(caller).orElseThrow();
        CompanyPage page = new CompanyPage(
                caller,
                account,
                Ours.orNothing(accounts.locations(caller, account.id())),
                accounts.addressPolicy(caller, account.id()).orElseThrow(),
                stalls(visit, account),
                asked(caller),
                refusal);
        Frame frame = frames.of(visit, "company", visit.reader().text("company.title"));
        int status = refusal.map(Refusal::kind).map(Statuses::of).orElse(200);
        return Reply.page(status, out -> JtecompanyGenerated.render(out, null, frame, page));
    }

    /** What was asked in the name of the company, or by the person in it; the newest first. */
    private List<CustomerRequest> asked(Caller caller) {
        Outcome<Page<CustomerRequest>> found = requests.find(caller, Optional.empty(), PageRequest.first(ASKED));
        return !found.isDone()
                ? List.of()
                : found.orElseThrow().items().stream()
                        .filter(request -> request.account().equals(caller.account()))
                        .toList();
    }

    /** Of each vendor that is here, or has agreed something: what it gives, and who looks after the company. */
    private List<Stall> stalls(Visit visit, Account account) {
        Caller caller = visit.caller();
        List<Consultant> managers = Ours.orNothing(accounts.managers(caller, account.id()));
        Set<VendorId> vendors = new TreeSet<>(java.util.Comparator.comparing(VendorId::value));
        Ours.orNothing(accounts.agreements(caller, account.id())).stream()
                .map(Agreement::vendor)
                .forEach(vendors::add);
        visit.reader().vendors().stream().map(VendorDescriptor::id).forEach(vendors::add);
        List<Stall> stalls = new ArrayList<>();
        for (VendorId vendor : vendors) {
            stalls.add(new Stall(
                    vendor,
                    tier(caller, vendor),
                    managers.stream()
                            .filter(manager -> manager.vendor().equals(vendor))
                            .findFirst()));
        }
        return stalls;
    }

    /** As prices tell it: also where nothing was agreed, and with the vendor's own word for it. */
    private Optional<PriceTag.TierTag> tier(Caller caller, VendorId vendor) {
        if (!caller.mayAnywhere(Function.PRICE_READ)) {
            return Optional.empty();
        }
        ProductQuery some = new ProductQuery(
                Optional.of(vendor), Optional.empty(), Optional.empty(), Map.of(), false, PageRequest.first(PRICED));
        Outcome<Catalog.Listing> listing = catalog.find(caller, some);
        return !listing.isDone()
                ? Optional.empty()
                : listing.orElseThrow().page().items().stream()
                        .map(CatalogEntry::price)
                        .flatMap(Optional::stream)
                        .map(PriceTag::tier)
                        .flatMap(Optional::stream)
                        .findFirst();
    }

    private Reply verify(Visit visit) {
        Outcome<Account> verified = accounts.verify(
                visit.caller(), visit.key(), Ours.id(visit), visit.form().version());
        return verified instanceof Outcome.Refused<Account> refused
                ? show(visit, Optional.of(refused.refusal()))
                : Reply.seeOther(PATH).with(Cookies.told("told.company-verified"));
    }
}
