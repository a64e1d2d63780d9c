package org.torg.portal.access;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.account.AccountId;
import org.torg.api.account.LocationId;
import org.torg.api.account.Sessions;
import org.torg.api.account.UserId;
import org.torg.portal.page.Fields;
import org.torg.portal.page.Frame;
import org.torg.portal.page.Frames;
import org.torg.portal.page.Pages;
import org.torg.portal.page.Paths;
import org.torg.portal.page.Reply;
import org.torg.portal.page.Route;
import org.torg.portal.page.Visit;
import org.torg.portal.template.JtechooseGenerated;

/** For which company, where, and in whose name somebody is here (T05, D10). All that is shown then follows it (T28). */
@Component(service = Pages.class)
public final class ChoosePages implements Pages {

    private final Sessions sessions;
    private final Frames frames;

    @Activate
    public ChoosePages(@Reference Sessions sessions, @Reference Frames frames) {
        this.sessions = sessions;
        this.frames = frames;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/choose", Route.Door.SIGNED_IN, this::show),
                Route.post("/choose", Route.Door.SIGNED_IN, this::choose),
                Route.post("/choose/person", Route.Door.SIGNED_IN, this::choosePerson));
    }

    private Reply show(Visit visit) {
        Sessions.Current who = sessions.current(visit.caller()).orElseThrow();
        boolean staff = !visit.staffFunctions().isEmpty();
        if (staff && who.accounts().isEmpty()) {
            return Reply.seeOther("/office");
        }
        Frame frame = frames.bare(visit, visit.reader().text("choose.title"));
        return Reply.page(out -> JtechooseGenerated.render(out, null, frame, who, to(visit.query()), staff));
    }

    private Reply choose(Visit visit) {
        if (visit.form().typed("account").isEmpty()) {
            return chooseNone(visit);
        }
        String[] chosen = visit.form().typed("account").split("/", 2);
        Optional<LocationId> location = chosen.length == 2 ? Optional.of(new LocationId(chosen[1])) : Optional.empty();
        Sessions.Current now = sessions.choose(
                        visit.caller(),
                        visit.token().orElse(""),
                        new Sessions.Choice(Optional.of(new AccountId(chosen[0])), location, Optional.empty()))
                .orElseThrow();
        return now.mustChoosePerson()
                ? Reply.seeOther("/choose?to=" + Paths.encode(to(visit.form())))
                : Reply.seeOther(to(visit.form()));
    }

    /** Who works for a vendor leaves the customer. */
    private Reply chooseNone(Visit visit) {
        Sessions.Choice none = new Sessions.Choice(Optional.empty(), Optional.empty(), Optional.empty());
        sessions.choose(visit.caller(), visit.token().orElse(""), none).orElseThrow();
        return Reply.seeOther(to(visit.form()));
    }

    private Reply choosePerson(Visit visit) {
        sessions.choose(
                        visit.caller(),
                        visit.token().orElse(""),
                        new Sessions.Choice(
                                visit.caller().account(),
                                visit.caller().location(),
                                visit.form().text("person").map(UserId::new)))
                .orElseThrow();
        return Reply.seeOther(to(visit.form()));
    }

    private static String to(Fields fields) {
        return fields.text("to").filter(Paths::isOurs).orElse("/");
    }
}
