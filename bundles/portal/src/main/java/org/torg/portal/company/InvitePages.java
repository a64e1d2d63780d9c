package org.torg.portal.company;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Outcome;
import org.torg.api.account.Accounts;
import org.torg.api.account.Function;
import org.torg.api.account.Location;
import org.torg.api.account.LocationId;
import org.torg.api.account.People;
import org.torg.api.account.Role;
import org.torg.portal.page.Cookies;
import org.torg.portal.page.Draft;
import org.torg.portal.page.Fields;
import org.torg.portal.page.Frame;
import org.torg.portal.page.Frames;
import org.torg.portal.page.Pages;
import org.torg.portal.page.Reply;
import org.torg.portal.page.Route;
import org.torg.portal.page.Visit;
import org.torg.portal.template.company.JteinviteGenerated;

/**
 * A colleague who is new (H01, H09, H17): invited by mail, or, for clinicians in whose names others order, without a login
 * (D10).
 */
@Component(service = Pages.class)
public final class InvitePages implements Pages {

    private static final String PATH = "/company/people/invite";

    private final People people;
    private final Accounts accounts;
    private final Frames frames;

    @Activate
    public InvitePages(@Reference People people, @Reference Accounts accounts, @Reference Frames frames) {
        this.people = people;
        this.accounts = accounts;
        this.frames = frames;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get(PATH, Route.Door.IN_COMPANY, this::form),
                Route.post(PATH, Route.Door.IN_COMPANY, this::invite));
    }

    private Reply form(Visit visit) {
        Ours.require(visit, Function.USER_MANAGE);
        Fields usual = RightsForm.fields(RightsForm.USUAL)
                .with("language", visit.reader().language())
                .with("login", "yes");
        return show(visit, Draft.of(usual));
    }

    private List<Location> locations(Visit visit) {
        return Ours.orNothing(accounts.locations(visit.caller(), Ours.id(visit)));
    }

    private Reply show(Visit visit, Draft draft) {
        RightsPart rights = new RightsPart(locations(visit), draft);
        Frame frame = frames.of(visit, "company", visit.reader().text("people.invite"));
        return Reply.page(draft.status(), out -> JteinviteGenerated.render(out, null, frame, rights));
    }

    private Reply invite(Visit visit) {
        Fields form = visit.form();
        boolean signsIn = !form.typed("login").equals("no");
        People.NewMember member = new People.NewMember(
                signsIn ? Optional.of(form.typed("email").strip()) : Optional.empty(),
                form.typed("name").strip(),
                form.text("phone"),
                form.typed("language"),
                RightsForm.read(form, !locations(visit).isEmpty()));
        Outcome<?> outcome = signsIn
                ? people.invite(visit.caller(), visit.key(), PeoplePages.team(visit), member)
                : people.addWithoutLogin(visit.caller(), visit.key(), PeoplePages.team(visit), member);
        return outcome instanceof Outcome.Refused<?> refused
                ? show(visit, Draft.refused(form, refused.refusal()))
                : Reply.seeOther(PeoplePages.PATH).with(Cookies.told(signsIn ? "told.invited" : "told.person-added"));
    }

    /** What the part of a form about rights needs to know. */
    public record RightsPart(List<Location> locations, Draft draft) {

        public List<Role> roles() {
            return RightsForm.roles();
        }

        public List<Function> tickable() {
            return RightsForm.tickable();
        }

        public boolean isAt(LocationId location) {
            return draft.has(RightsForm.LOCATIONS, location.value());
        }

        public boolean isEverywhere() {
            return draft.has(RightsForm.WHERE, "yes");
        }

        public boolean isShared() {
            return draft.typed().has(RightsForm.SHARED);
        }
    }
}
