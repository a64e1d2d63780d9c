package org.torg.portal.office.mail;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Page;
import org.torg.api.PageRequest;
import org.torg.api.account.Function;
import org.torg.api.notification.Notifications;
import org.torg.api.notification.Notifications.Notification;
import org.torg.api.notification.Notifications.State;
import org.torg.portal.office.OfficeRoutes;
import org.torg.portal.page.Cookies;
import org.torg.portal.page.Frame;
import org.torg.portal.page.Frames;
import org.torg.portal.page.Pages;
import org.torg.portal.page.Reply;
import org.torg.portal.page.Route;
import org.torg.portal.page.Visit;
import org.torg.portal.template.office.mail.JtelistGenerated;

/** Mails by their state, never their content: those that could not be sent are sent again, or given up. */
@Component(service = Pages.class)
public final class MailPages implements Pages {

    private static final String PATH = "/office/mails";
    private static final int PER_PAGE = 25;

    private final Notifications mails;
    private final Frames frames;

    @Activate
    public MailPages(@Reference Notifications mails, @Reference Frames frames) {
        this.mails = mails;
        this.frames = frames;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                OfficeRoutes.get(PATH, Function.MAIL_READ, this::list),
                OfficeRoutes.post(PATH + "/{mail}", Function.MAIL_READ, this::settle));
    }

    private Reply list(Visit visit) {
        String wanted = visit.query().text("state").orElse("dead");
        Optional<State> state = Arrays.stream(State.values())
                .filter(each -> each.name().equalsIgnoreCase(wanted))
                .findFirst();
        Page<Notification> page = mails.find(
                        visit.caller(), state, new PageRequest(visit.query().text("after"), PER_PAGE))
                .orElseThrow();
        Frame frame = frames.of(visit, "office.mails", visit.reader().text("menu.office.mails"));
        return Reply.page(out -> JtelistGenerated.render(out, null, frame, page, state));
    }

    private Reply settle(Visit visit) {
        boolean drop = visit.form().typed("do").equals("drop");
        var unused = (drop
                        ? mails.drop(visit.caller(), visit.key(), visit.id("mail"))
                        : mails.again(visit.caller(), visit.key(), visit.id("mail")))
                .orElseThrow();
        return Reply.seeOther(PATH).with(Cookies.told(drop ? "told.mail-dropped" : "told.mail-again"));
    }
}
