package org.torg.portal.access;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Outcome;
import org.torg.api.account.Caller;
import org.torg.api.account.Passwords;
import org.torg.api.account.People;
import org.torg.api.account.Registrations;
import org.torg.portal.page.Cookies;
import org.torg.portal.page.Draft;
import org.torg.portal.page.Fields;
import org.torg.portal.page.Frame;
import org.torg.portal.page.Frames;
import org.torg.portal.page.Pages;
import org.torg.portal.page.Reply;
import org.torg.portal.page.Route;
import org.torg.portal.page.Visit;
import org.torg.portal.template.access.JtelinkGenerated;

/**
 * Where the links of mails lead (H01, H02, H06, D05). The secret stands behind the number sign, where no server sees it before
 * it is sent by a form: a script puts it into the field; who has none copies it there, alone or with the whole link. Opening a
 * page does nothing, as mail programs do that by themselves.
 */
@Component(service = Pages.class)
public final class LinkPages implements Pages {

    private static final String SECRET = "secret";

    private final People people;
    private final Passwords passwords;
    private final Registrations registrations;
    private final Frames frames;

    @Activate
    public LinkPages(
            @Reference People people,
            @Reference Passwords passwords,
            @Reference Registrations registrations,
            @Reference Frames frames) {
        this.people = people;
        this.passwords = passwords;
        this.registrations = registrations;
        this.frames = frames;
    }

    /** What a link is for; its page has the name of the constant. */
    public enum Kind {
        /** An invitation is accepted. */
        ACTIVATE,
        /** A forgotten password is replaced. */
        RESET,
        /** A registration is confirmed. */
        REGISTER,
        /** Another e-mail becomes the user name. */
        EMAIL;

        public String path() {
            return "/" + code();
        }

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public String text(String of) {
            return "link." + code() + "." + of;
        }

        /** The key of what is told when it is done. */
        String done() {
            return "told.link-" + code();
        }

        public boolean asksForPassword() {
            return this != EMAIL;
        }
    }

    @Override
    public List<Route> routes() {
        return Arrays.stream(Kind.values())
                .flatMap(kind -> Stream.of(
                        Route.get(kind.path(), Route.Door.ANYBODY, visit -> show(visit, kind, Draft.of(Fields.NONE))),
                        Route.post(kind.path(), Route.Door.ANYBODY, visit -> use(visit, kind))))
                .toList();
    }

    private Reply use(Visit visit, Kind kind) {
        Fields form = visit.form().with(SECRET, secret(visit.form()));
        Outcome<?> outcome =
                use(visit, kind, form.typed(SECRET), form.typed("password").toCharArray());
        return outcome instanceof Outcome.Refused<?> refused
                ? show(visit, kind, Draft.refused(form, refused.refusal()))
                : Reply.seeOther("/sign-in").with(Cookies.told(kind.done()));
    }

    private Outcome<?> use(Visit visit, Kind kind, String secret, char[] password) {
        Caller stranger = stranger(visit);
        return switch (kind) {
            case ACTIVATE -> people.accept(stranger, secret, password, visit.address());
            case RESET -> passwords.reset(stranger, secret, password, visit.address());
            case REGISTER -> registrations.confirm(stranger, secret, password, visit.address());
            case EMAIL -> people.confirmEmail(stranger, secret, visit.address());
        };
    }

    private Reply show(Visit visit, Kind kind, Draft draft) {
        Frame frame = frames.bare(visit, visit.reader().text(kind.text("title")));
        return Reply.page(draft.status(), out -> JtelinkGenerated.render(out, null, frame, kind, draft));
    }

    /** Whoever follows a link, it is by the secret that something is done. */
    static Caller stranger(Visit visit) {
        return Caller.stranger(
                Caller.Channel.PORTAL,
                visit.caller().requestId(),
                visit.reader().locale());
    }

    /** Of a code or a whole link, as it was pasted; mail programs break long lines. */
    static String secret(Fields form) {
        String pasted = form.typed(SECRET).replaceAll("\\s", "");
        return pasted.substring(pasted.indexOf('#') + 1);
    }
}
