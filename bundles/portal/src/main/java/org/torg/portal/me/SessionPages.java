package org.torg.portal.me;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.account.Sessions;
import org.torg.api.account.Sessions.OpenSession;
import org.torg.portal.look.Reader;
import org.torg.portal.page.Cookies;
import org.torg.portal.page.Frame;
import org.torg.portal.page.Frames;
import org.torg.portal.page.Pages;
import org.torg.portal.page.Reply;
import org.torg.portal.page.Route;
import org.torg.portal.page.Visit;
import org.torg.portal.template.me.JtesessionsGenerated;

/** Where one is signed in, and ending that elsewhere. */
@Component(service = Pages.class)
public final class SessionPages implements Pages {

    static final String PATH = "/me/sessions";

    private final Sessions sessions;
    private final Frames frames;

    @Activate
    public SessionPages(@Reference Sessions sessions, @Reference Frames frames) {
        this.sessions = sessions;
        this.frames = frames;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get(PATH, Route.Door.SIGNED_IN, this::show),
                Route.post(PATH + "/end", Route.Door.SIGNED_IN, this::endOthers),
                Route.post(PATH + "/{session}/end", Route.Door.SIGNED_IN, this::end));
    }

    private Reply show(Visit visit) {
        List<OpenSession> open =
                sessions.open(visit.caller(), visit.token().orElse("")).orElseThrow();
        Frame frame = frames.of(visit, "me", visit.reader().text("sessions.title"));
        return Reply.page(out -> JtesessionsGenerated.render(out, null, frame, open));
    }

    private Reply endOthers(Visit visit) {
        List<OpenSession> unused =
                sessions.endOthers(visit.caller(), visit.token().orElse("")).orElseThrow();
        return Reply.seeOther(PATH).with(Cookies.told("told.sessions-ended"));
    }

    /** One that has ended meanwhile is what was wanted. */
    private Reply end(Visit visit) {
        var unused = sessions.end(visit.caller(), visit.token().orElse(""), visit.id("session"));
        return Reply.seeOther(PATH).with(Cookies.told("told.session-ended"));
    }

    /** By what somebody is signed in, as people say it. */
    public static String device(Reader reader, OpenSession session) {
        return session.device()
                .map(known -> reader.text(
                        "sessions.device",
                        reader.word("browser", known.browser()),
                        reader.word("platform", known.platform())))
                .orElseGet(() -> reader.text("sessions.device.unknown"));
    }
}
