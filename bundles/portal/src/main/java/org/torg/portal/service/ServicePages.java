package org.torg.portal.service;

import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.torg.api.Argument;
import org.torg.api.IdempotencyKey;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.RefusedException;
import org.torg.api.account.Function;
import org.torg.api.portal.Capability.Place;
import org.torg.api.portal.FormPost;
import org.torg.api.portal.FormReply;
import org.torg.api.portal.PageModel;
import org.torg.api.portal.PageVisit;
import org.torg.portal.capability.Capabilities;
import org.torg.portal.capability.Present;
import org.torg.portal.capability.Words;
import org.torg.portal.page.Cookies;
import org.torg.portal.page.Fields;
import org.torg.portal.page.Frame;
import org.torg.portal.page.Frames;
import org.torg.portal.page.Pages;
import org.torg.portal.page.Reply;
import org.torg.portal.page.Route;
import org.torg.portal.page.Statuses;
import org.torg.portal.page.Visit;
import org.torg.portal.template.service.JtepageGenerated;

/**
 * The pages of capabilities. The routes are these whoever is here, so that nobody else's pages notice when one comes or goes. All that
 * is a capability's own, to the last character of its page, is made behind a guard and within a time.
 */
@Component(service = Pages.class)
public final class ServicePages implements Pages {

    private static final Logger LOG = LoggerFactory.getLogger(ServicePages.class);
    private static final int DEEPEST = 4;

    private final Frames frames;
    private final Capabilities capabilities;

    @Activate
    public ServicePages(@Reference Frames frames, @Reference Capabilities capabilities) {
        this.frames = frames;
        this.capabilities = capabilities;
    }

    @Override
    public List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        StringBuilder rest = new StringBuilder("services/{capability}");
        for (int depth = 0; depth <= DEEPEST; depth++) {
            String path = rest.toString();
            routes.add(Route.get("/" + path, Route.Door.IN_COMPANY, visit -> show(visit, Place.CUSTOMER)));
            routes.add(Route.post("/" + path, Route.Door.IN_COMPANY, visit -> carryOut(visit, Place.CUSTOMER)));
            routes.add(Route.get("/office/" + path, Route.Door.STAFF, visit -> show(visit, Place.STAFF)));
            routes.add(Route.post("/office/" + path, Route.Door.STAFF, visit -> carryOut(visit, Place.STAFF)));
            rest.append("/{p").append(depth).append('}');
        }
        return List.copyOf(routes);
    }

    private Reply show(Visit visit, Place place) {
        return enter(visit, place, open -> {
            Outcome<PageModel> page = open.route().page().page(asked(visit, open));
            return page.isDone()
                    ? page(visit, place, open, page.orElseThrow(), Filled.NOTHING, 200)
                    : refused(visit, open, page);
        });
    }

    private Reply carryOut(Visit visit, Place place) {
        return enter(visit, place, open -> {
            PageVisit asked = asked(visit, open);
            Outcome<PageModel> page = open.route().page().page(asked);
            if (!page.isDone()) {
                return refused(visit, open, page);
            }
            PageModel model = page.orElseThrow();
            String name = visit.form().typed(Filled.FORM);
            Optional<FormReading> sent =
                    open.route().forms().flatMap(forms -> FormReading.of(model, name, visit.form(), visit.reader()));
            if (sent.isEmpty()) {
                return frames.refused(visit, Refusal.notFound("page"));
            }
            FormReading reading = sent.get();
            if (!reading.faults().isEmpty()) {
                return page(visit, place, open, model, Filled.faulty(name, visit.form(), reading.faults()), 422);
            }
            FormPost post = new FormPost(asked, name, reading.values(), key(visit));
            Outcome<FormReply> done = open.route().forms().orElseThrow().carryOut(post);
            if (done instanceof Outcome.Refused<FormReply> not) {
                Refusal refusal = not.refusal();
                Filled filled = Filled.refused(name, visit.form(), refusal, words(visit, open));
                return page(visit, place, open, model, filled, Statuses.of(refusal.kind()));
            }
            String on = Capabilities.path(
                    place,
                    open.present().capability().name(),
                    done.orElseThrow().path());
            return Reply.seeOther(on).with(Cookies.told("told.service"));
        });
    }

    /** Who may not enter is told so before the capability hears of it. */
    private Reply enter(Visit visit, Place place, Inside inside) {
        List<String> path = new ArrayList<>();
        for (int depth = 0; visit.parts().containsKey("p" + depth); depth++) {
            path.add(visit.part("p" + depth));
        }
        Optional<Capabilities.Page> found = capabilities.find(visit.part("capability"), place, path);
        if (found.isEmpty()) {
            return frames.refused(visit, Refusal.notFound("page"));
        }
        Function function = found.get().function();
        if (!mayEnter(visit, place, function)) {
            return frames.refused(
                    visit,
                    Refusal.of(
                            Refusal.Kind.FORBIDDEN,
                            "right-missing",
                            "You do not have the right {0} here.",
                            Argument.text(function.code())));
        }
        String title = new Words(visit.reader(), found.get().capability()).title();
        if (found.get().open().isEmpty()) {
            return frames.refused(
                    visit,
                    Refusal.of(
                            Refusal.Kind.UNAVAILABLE,
                            "service-away",
                            "{0} is away just now. Everything else is open; try again in a while.",
                            Argument.text(title)));
        }
        Present.Open open = found.get().open().get();
        return guarded(visit, open, title, () -> inside.answer(open));
    }

    private interface Inside {
        Reply answer(Present.Open open);
    }

    private static boolean mayEnter(Visit visit, Place place, Function function) {
        return place == Place.STAFF
                ? visit.staffFunctions().contains(function)
                : visit.caller()
                        .here()
                        .filter(here -> visit.caller().may(function, here))
                        .isPresent();
    }

    private Reply guarded(Visit visit, Present.Open open, String title, Supplier<Reply> work) {
        Refusal failed = Refusal.of(
                Refusal.Kind.UNAVAILABLE,
                "service-failed",
                "This page of {0} cannot be shown just now. Everything else is open; try again in a while.",
                Argument.text(title));
        try {
            return open.present().room().within(work);
        } catch (RefusedException e) {
            return frames.refused(visit, words(visit, open).told(e.refusal()));
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            LOG.warn(
                    "The capability {} failed at its page '{}'",
                    name(open),
                    open.route().pattern(),
                    e);
            return frames.refused(visit, failed);
        }
    }

    private Reply page(Visit visit, Place place, Present.Open open, PageModel model, Filled filled, int status) {
        Words words = words(visit, open);
        String path = String.join("/", open.route().parts());
        Frame frame = frames.of(visit, Capabilities.section(name(open), path), words.of(model.title()));
        ServicePage page = new ServicePage(words, place, visit.here(), model, filled);
        StringOutput text = new StringOutput(16 * 1024);
        JtepageGenerated.render(new OwaspHtmlTemplateOutput(text), null, frame, page);
        String html = text.toString();
        return Reply.page(status, out -> out.writeContent(html));
    }

    private Reply refused(Visit visit, Present.Open open, Outcome<PageModel> page) {
        Refusal refusal = ((Outcome.Refused<PageModel>) page).refusal();
        return frames.refused(visit, words(visit, open).told(refusal));
    }

    private static PageVisit asked(Visit visit, Present.Open open) {
        Map<String, String> query = new LinkedHashMap<>();
        Fields typed = visit.query();
        typed.byName().keySet().forEach(name -> query.put(name, typed.typed(name)));
        return new PageVisit(visit.caller(), open.parts(), query);
    }

    private static IdempotencyKey key(Visit visit) {
        return visit.key().orElseGet(() -> new IdempotencyKey(UUID.randomUUID().toString()));
    }

    private static Words words(Visit visit, Present.Open open) {
        return new Words(visit.reader(), open.present().capability());
    }

    private static String name(Present.Open open) {
        return open.present().capability().name();
    }
}
