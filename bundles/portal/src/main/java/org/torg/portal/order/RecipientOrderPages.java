package org.torg.portal.order;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Outcome;
import org.torg.api.Page;
import org.torg.api.PageRequest;
import org.torg.api.account.Function;
import org.torg.api.account.Recipient;
import org.torg.api.account.Recipients;
import org.torg.portal.page.Frame;
import org.torg.portal.page.Frames;
import org.torg.portal.page.Pages;
import org.torg.portal.page.Reply;
import org.torg.portal.page.Route;
import org.torg.portal.page.Statuses;
import org.torg.portal.page.Visit;
import org.torg.portal.template.order.JtefinderGenerated;
import org.torg.portal.template.order.JtepeopleGenerated;

/**
 * Finds somebody of the own location (D19), to see what was ordered for them (H44). What is typed is posted, as names belong into no
 * address; the list of orders then knows the person by an opaque id.
 */
@Component(service = Pages.class)
public final class RecipientOrderPages implements Pages {

    private static final String PATH = "/orders/recipients";
    private static final int MOST = 8;

    private final Recipients recipients;
    private final Frames frames;

    @Activate
    public RecipientOrderPages(@Reference Recipients recipients, @Reference Frames frames) {
        this.recipients = recipients;
        this.frames = frames;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get(PATH, Route.Door.IN_COMPANY, visit -> show(visit, 200, RecipientFinder.NONE)),
                Route.post(PATH, Route.Door.IN_COMPANY, this::find));
    }

    /** Whether the reader is at a location and may see its patients. */
    public static boolean mayAsk(Frame frame) {
        return frame.may(Function.RECIPIENT_READ) && frame.location().isPresent();
    }

    private Reply find(Visit visit) {
        String typed = visit.form().typed("person").strip();
        if (typed.isEmpty()) {
            return show(visit, 200, RecipientFinder.NONE);
        }
        Outcome<Page<Recipient>> found = recipients.find(visit.caller(), Optional.of(typed), PageRequest.first(MOST));
        if (found instanceof Outcome.Refused<Page<Recipient>> refused) {
            String why = visit.reader().of(refused.refusal());
            return show(
                    visit,
                    Statuses.of(refused.refusal().kind()),
                    new RecipientFinder(typed, List.of(), false, Optional.of(why)));
        }
        Page<Recipient> page = found.orElseThrow();
        return show(
                visit, 200, new RecipientFinder(typed, page.items(), page.next().isPresent(), Optional.empty()));
    }

    /** Into a page that is there already only good replies are put: a refusal comes as one. */
    private Reply show(Visit visit, int status, RecipientFinder finder) {
        if (visit.partial()) {
            Frame frame = frames.bare(visit, "");
            return finder.isAsked()
                    ? Reply.page(out -> JtepeopleGenerated.render(out, null, frame, finder))
                    : Reply.page(out -> {});
        }
        Frame frame = frames.of(visit, "orders", visit.reader().text("orders.recipient.title"));
        return Reply.page(status, out -> JtefinderGenerated.render(out, null, frame, finder));
    }
}
