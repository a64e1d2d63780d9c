package org.torg.portal.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.account.Accounts;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.account.Sessions;
import org.torg.api.cart.Carts;
import org.torg.api.portal.Capability.Place;
import org.torg.api.quote.ProjectLists;
import org.torg.api.vendor.VendorId;
import org.torg.portal.capability.Capabilities;
import org.torg.portal.capability.Words;
import org.torg.portal.look.Assets;
import org.torg.portal.template.JtefailedGenerated;
import org.torg.portal.template.JterefusedGenerated;
import org.torg.portal.template.JtesigninGenerated;

/** Puts the frame around pages. */
@Component(service = Frames.class)
public final class Frames {

    private final Sessions sessions;
    private final Carts carts;
    private final ProjectLists lists;
    private final Accounts accounts;
    private final Assets assets;
    private final Capabilities capabilities;

    @Activate
    public Frames(
            @Reference Sessions sessions,
            @Reference Carts carts,
            @Reference ProjectLists lists,
            @Reference Accounts accounts,
            @Reference Assets assets,
            @Reference Capabilities capabilities) {
        this.sessions = sessions;
        this.carts = carts;
        this.lists = lists;
        this.accounts = accounts;
        this.assets = assets;
        this.capabilities = capabilities;
    }

    /**
     * @param section of the menu
     * @param title of the window
     */
    public Frame of(Visit visit, String section, String title) {
        return of(visit, section, title, Optional.empty());
    }

    public Frame of(Visit visit, String section, String title, Optional<VendorId> vendor) {
        Caller caller = visit.caller();
        Optional<Sessions.Current> who = caller.isSignedIn()
                ? done(sessions.standing(caller)).map(current -> withCustomer(caller, current))
                : Optional.empty();
        return new Frame(
                title,
                section,
                visit.here(),
                visit.reader(),
                assets,
                vendor,
                who,
                cartLines(caller),
                projects(caller),
                visit.told().map(visit.reader()::text),
                visit.csrf(),
                services(visit),
                visit.staffFunctions());
    }

    /** Whose portal it is for staff who act for a customer: an account that is none of their own. */
    private Sessions.Current withCustomer(Caller caller, Sessions.Current who) {
        boolean own = who.accounts().stream().anyMatch(choice -> who.account().equals(Optional.of(choice.account())));
        if (own || who.account().isEmpty()) {
            return who;
        }
        Optional<Sessions.AccountChoice> customer = done(accounts.current(caller))
                .map(account ->
                        new Sessions.AccountChoice(account.id(), account.customerNumber(), account.name(), List.of()));
        List<Sessions.AccountChoice> choices = new ArrayList<>(who.accounts());
        customer.ifPresent(choices::add);
        return new Sessions.Current(
                who.user(),
                who.name(),
                who.email(),
                who.language(),
                who.account(),
                who.location(),
                who.actingFor(),
                choices,
                who.people(),
                who.mustChoosePerson(),
                who.functions());
    }

    /** A page that tells why something was not done. */
    public Reply refused(Visit visit, Refusal refusal) {
        Frame frame = of(visit, "", visit.reader().text("refused.title"));
        int status = Statuses.of(refusal.kind());
        return Reply.page(status, out -> JterefusedGenerated.render(out, null, frame, refusal, status));
    }

    /** A page that says that it was our fault, and by which number we find out more. */
    public Reply failed(Visit visit) {
        Frame frame = bare(visit, visit.reader().text("failed.title"));
        return Reply.page(
                500,
                out -> JtefailedGenerated.render(
                        out, null, frame, visit.caller().requestId()));
    }

    /** Who must sign in comes back to the same page; what was written into a form comes along. */
    public Reply signInFirst(Visit visit) {
        if (visit.method() == Route.Method.GET) {
            return Reply.seeOther("/sign-in?to=" + Paths.encode(visit.here()));
        }
        Frame frame = bare(visit, visit.reader().text("sign-in.title"));
        return Reply.page(
                401,
                out -> JtesigninGenerated.render(out, null, frame, SignInForm.resuming(visit.here(), visit.form())));
    }

    /** A frame that asks no service. */
    public Frame bare(Visit visit, String title) {
        return new Frame(
                title,
                "",
                visit.here(),
                visit.reader(),
                assets,
                Optional.empty(),
                Optional.empty(),
                0,
                0,
                visit.told().map(visit.reader()::text),
                visit.csrf(),
                List.of(),
                Set.of());
    }

    private List<Frame.MenuEntry> services(Visit visit) {
        Caller caller = visit.caller();
        List<Capabilities.Entry> entries = visit.isStaff()
                ? capabilities.menu(Place.STAFF, visit.staffFunctions()::contains)
                : capabilities.menu(Place.CUSTOMER, function -> caller.here()
                        .filter(here -> caller.may(function, here))
                        .isPresent());
        return entries.stream()
                .map(entry -> new Frame.MenuEntry(
                        entry.section(),
                        entry.path(),
                        entry.entry().icon().code(),
                        Optional.of(new Words(visit.reader(), entry.capability()).entry(entry.entry()))))
                .toList();
    }

    private int projects(Caller caller) {
        return buys(caller) ? done(lists.count(caller)).orElse(0) : 0;
    }

    private static boolean buys(Caller caller) {
        return caller.here()
                .filter(here -> caller.may(Function.CART_EDIT, here))
                .isPresent();
    }

    private int cartLines(Caller caller) {
        return buys(caller) ? done(carts.countOpenLines(caller)).orElse(0) : 0;
    }

    private static <T> Optional<T> done(Outcome<T> outcome) {
        return outcome.isDone() ? Optional.of(outcome.orElseThrow()) : Optional.empty();
    }
}
