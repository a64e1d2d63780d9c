package org.torg.portal.http;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletAsyncSupported;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.torg.api.Refusal;
import org.torg.api.RefusedException;
import org.torg.portal.look.Asset;
import org.torg.portal.look.Assets;
import org.torg.portal.page.Frames;
import org.torg.portal.page.Pages;
import org.torg.portal.page.Paths;
import org.torg.portal.page.Reply;
import org.torg.portal.page.Route;
import org.torg.portal.page.SentFile;
import org.torg.portal.page.Visit;

/** Answers browsers: finds the page of a request, asks it, and writes what it says. */
@Component(service = Servlet.class)
@HttpWhiteboardServletName("torg-portal")
@HttpWhiteboardServletPattern("/*")
@HttpWhiteboardServletAsyncSupported
public final class PortalServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(PortalServlet.class);

    private final transient Visits visits;
    private final transient Frames frames;
    private final transient Assets assets;
    private final transient List<Pages> pages = new CopyOnWriteArrayList<>();
    private transient volatile Router router = new Router(List.of());

    @Activate
    public PortalServlet(@Reference Visits visits, @Reference Frames frames, @Reference Assets assets) {
        this.visits = visits;
        this.frames = frames;
        this.assets = assets;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addPages(Pages more) {
        pages.add(more);
        router = new Router(pages);
    }

    void removePages(Pages gone) {
        pages.remove(gone);
        router = new Router(pages);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = Visits.path(request);
        if (path.startsWith(Asset.FOLDER)) {
            Optional<Asset> asset = assets.at(path);
            if (asset.isPresent()) {
                Replies.send(asset.get(), request, response);
                return;
            }
        }
        Visits.Arrival arrival = visits.arrive(request, path);
        Reply reply = answer(arrival, request.getMethod().toUpperCase(Locale.ROOT));
        arrival.visit().file().ifPresent(SentFile::passOver);
        Replies.send(reply, arrival, request, response);
    }

    private Reply answer(Visits.Arrival arrival, String method) {
        Visit visit = arrival.visit();
        try {
            Optional<Router.Match> found = method(method).flatMap(known -> router.find(known, visit.path()));
            if (found.isEmpty()) {
                boolean otherwise = router.knows(visit.path());
                return frames.refused(visit, otherwise ? notSo() : Refusal.notFound("page"));
            }
            return enter(arrival, found.get());
        } catch (RefusedException e) {
            return frames.refused(visit, e.refusal());
        } catch (RuntimeException e) {
            LOG.error("The page {} failed", visit.path(), e);
            return frames.failed(visit);
        }
    }

    private Reply enter(Visits.Arrival arrival, Router.Match match) {
        Route route = match.route();
        Visit visit = arrival.visit().at(match.parts());
        if (route.door() != Route.Door.ANYBODY && !visit.caller().isSignedIn()) {
            return frames.signInFirst(visit);
        }
        if (route.method() == Route.Method.POST && !arrival.isGenuine()) {
            return frames.refused(
                    visit,
                    Refusal.of(
                            Refusal.Kind.FORBIDDEN,
                            "form-stale",
                            "This form was made for another visit. Go back, load the page anew and send it again."));
        }
        if (route.door() == Route.Door.IN_COMPANY && visit.caller().account().isEmpty()) {
            return Reply.seeOther("/choose?to=" + Paths.encode(visit.here()));
        }
        if (route.door() == Route.Door.STAFF && !visit.isStaff()) {
            return frames.refused(visit, Refusal.notFound("page"));
        }
        return route.handler().answer(visit);
    }

    private static Optional<Route.Method> method(String name) {
        return switch (name) {
            case "GET", "HEAD" -> Optional.of(Route.Method.GET);
            case "POST" -> Optional.of(Route.Method.POST);
            default -> Optional.empty();
        };
    }

    private static Refusal notSo() {
        return Refusal.of(Refusal.Kind.MALFORMED, "method-not-allowed", "This address cannot be asked in this way.");
    }
}
