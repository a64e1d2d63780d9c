package org.torg.portal.office.module;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Page;
import org.torg.api.PageRequest;
import org.torg.api.Refusal;
import org.torg.api.RefusedException;
import org.torg.api.account.Function;
import org.torg.api.account.People;
import org.torg.api.account.Scope;
import org.torg.api.module.ModuleOverview;
import org.torg.api.module.ModuleSet;
import org.torg.api.module.ModuleSets;
import org.torg.portal.office.Stall;
import org.torg.portal.page.Frame;
import org.torg.portal.page.Frames;
import org.torg.portal.page.Pages;
import org.torg.portal.page.Reply;
import org.torg.portal.page.Route;
import org.torg.portal.page.Visit;
import org.torg.portal.template.office.module.JtegenerationsGenerated;
import org.torg.portal.template.office.module.JtemodulesGenerated;
import org.torg.portal.template.office.module.JtestateGenerated;

/** What a vendor is made of, how it fares, and what it was made of before. */
@Component(service = Pages.class)
public final class ModulePages implements Pages {

    static final String SECTION = "office.modules";
    static final String AT = "/office/modules";

    private static final int LATEST = 8;
    private static final int PER_PAGE = 50;

    private final ModuleSets sets;
    private final Frames frames;
    private final Authors authors;

    @Activate
    public ModulePages(@Reference ModuleSets sets, @Reference People people, @Reference Frames frames) {
        this.sets = sets;
        this.frames = frames;
        this.authors = new Authors(people);
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get(AT, Route.Door.STAFF, this::show),
                Route.get(AT + "/{vendor}/state", Route.Door.STAFF, this::state),
                Route.get(AT + "/{vendor}/generations", Route.Door.STAFF, this::history));
    }

    private Reply show(Visit visit) {
        Stall stall = Stall.anywhere(visit, Function.MODULE_READ);
        Frame frame =
                frames.of(visit, SECTION, visit.reader().text("menu.office.modules"), Optional.of(stall.vendor()));
        SetPage page = page(visit, stall, frame, generations(visit, stall, PageRequest.first(LATEST)));
        return Reply.page(out -> JtemodulesGenerated.render(out, null, frame, page));
    }

    /** The part of the page that changes while a generation drains. */
    private Reply state(Visit visit) {
        Stall stall = stall(visit);
        Frame frame = frames.bare(visit, visit.reader().text("menu.office.modules"));
        ModuleOverview overview = sets.overview(visit.caller(), stall.vendor()).orElseThrow();
        SetPage page = new SetPage(stall, overview, List.of(), Map.of(), false);
        return Reply.page(out -> JtestateGenerated.render(out, null, frame, page));
    }

    private Reply history(Visit visit) {
        Stall stall = stall(visit);
        Optional<String> after = visit.query().text("after");
        if (after.filter(cursor -> !cursor.matches("[0-9]{1,18}")).isPresent()) {
            throw new RefusedException(
                    Refusal.of(Refusal.Kind.MALFORMED, "cursor-invalid", "The cursor is not one of this list."));
        }
        Frame frame = frames.of(visit, SECTION, visit.reader().text("modules.history"), Optional.of(stall.vendor()));
        Page<ModuleSet> generations = generations(visit, stall, new PageRequest(after, PER_PAGE));
        SetPage page = page(visit, stall, frame, generations);
        return Reply.page(out -> JtegenerationsGenerated.render(out, null, frame, page, generations.next()));
    }

    private Page<ModuleSet> generations(Visit visit, Stall stall, PageRequest asked) {
        return sets.generations(visit.caller(), stall.vendor(), asked).orElseThrow();
    }

    private SetPage page(Visit visit, Stall stall, Frame frame, Page<ModuleSet> generations) {
        ModuleOverview overview = sets.overview(visit.caller(), stall.vendor()).orElseThrow();
        String own = frame.who().map(person -> person.name()).orElse("");
        return new SetPage(
                stall,
                overview,
                generations.items(),
                authors.of(visit, stall.vendor(), own, generations.items()),
                visit.caller().may(Function.MODULE_ACTIVATE, Scope.of(stall.vendor())));
    }

    static Stall stall(Visit visit) {
        return Stall.anywhere(visit, Function.MODULE_READ).at(visit.id("vendor"));
    }
}
