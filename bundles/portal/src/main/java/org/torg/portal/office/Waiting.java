package org.torg.portal.office;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Clock;
import org.torg.api.Outcome;
import org.torg.api.Page;
import org.torg.api.PageRequest;
import org.torg.api.account.CustomerRequests;
import org.torg.api.account.Function;
import org.torg.api.module.ModuleOverview;
import org.torg.api.module.ModuleSets;
import org.torg.api.module.PartHealth;
import org.torg.api.notification.Notifications;
import org.torg.api.order.OrderTask;
import org.torg.api.order.OrderTasks;
import org.torg.api.order.WorkLists;
import org.torg.api.quote.Quotes;
import org.torg.api.vendor.VendorDescriptor;
import org.torg.portal.look.Reader;
import org.torg.portal.office.order.NextSteps;
import org.torg.portal.office.order.WorkView;
import org.torg.portal.page.Visit;

/** What waits for the staff, each as far as somebody may see it. Every read has a bound; what is above it is a plus. */
@Component(service = Waiting.class)
public final class Waiting {

    private static final PageRequest SOME = PageRequest.first(100);

    private final WorkLists work;
    private final OrderTasks tasks;
    private final Quotes quotes;
    private final CustomerRequests requests;
    private final ModuleSets modules;
    private final Notifications mails;
    private final Clock clock;

    /**
     * @param tone of what is urgent
     * @param count as it is written
     * @param path where it is worked on
     */
    public record Item(String icon, Optional<String> tone, String label, String count, String path) {}

    /** The open orders of one vendor, by its own states. */
    public record OfVendor(VendorDescriptor vendor, String open, List<Item> items) {
        public OfVendor {
            items = List.copyOf(items);
        }
    }

    @Activate
    public Waiting(
            @Reference WorkLists work,
            @Reference OrderTasks tasks,
            @Reference Quotes quotes,
            @Reference CustomerRequests requests,
            @Reference ModuleSets modules,
            @Reference Notifications mails,
            @Reference Clock clock) {
        this.work = work;
        this.tasks = tasks;
        this.quotes = quotes;
        this.requests = requests;
        this.modules = modules;
        this.mails = mails;
        this.clock = clock;
    }

    List<OfVendor> orders(Visit visit) {
        List<VendorDescriptor> vendors = visit.vendors(Function.ORDER_READ);
        if (vendors.isEmpty()) {
            return List.of();
        }
        List<WorkLists.Count> all = work.open(visit.caller(), Optional.empty()).orElseThrow();
        return vendors.stream()
                .map(vendor -> ofVendor(visit.reader(), vendor, all))
                .toList();
    }

    private static OfVendor ofVendor(Reader reader, VendorDescriptor vendor, List<WorkLists.Count> all) {
        List<WorkLists.Count> own =
                all.stream().filter(count -> count.vendor().equals(vendor.id())).toList();
        List<Item> items = WorkView.of(reader, List.of(vendor.id())).stream()
                .filter(view -> !view.states().isEmpty() && own.stream().anyMatch(view::holds))
                .map(view -> new Item(
                        hold(view) ? "pause" : "truck",
                        hold(view) ? Optional.of("bad") : Optional.empty(),
                        view.label(),
                        view.count(reader, own).orElse(""),
                        "/office/orders?view=" + view.code() + "&vendor="
                                + vendor.id().value()))
                .toList();
        return new OfVendor(vendor, WorkView.total(reader, own), items);
    }

    private static boolean hold(WorkView view) {
        return view.states().stream().anyMatch(NextSteps::isHold);
    }

    /** All else; nothing of which there is none. */
    List<Item> others(Visit visit) {
        List<Item> items = new ArrayList<>();
        if (visit.caller().mayAnywhere(Function.ORDER_AMEND)) {
            add(
                    items,
                    visit,
                    "list",
                    Optional.empty(),
                    "start.tasks",
                    "/office/tasks",
                    () -> tasks.find(
                            visit.caller(),
                            new OrderTasks.TaskQuery(
                                    Optional.empty(), Optional.of(OrderTask.State.OPEN), Optional.empty(), SOME)));
        }
        if (visit.caller().mayAnywhere(Function.QUOTE_ANSWER)) {
            quotes(items, visit);
        }
        if (visit.caller().mayAnywhere(Function.REQUEST_DECIDE)) {
            add(
                    items,
                    visit,
                    "help",
                    Optional.empty(),
                    "start.requests",
                    "/office/requests",
                    () -> requests.find(visit.caller(), Optional.of(CustomerRequests.State.OPEN), SOME));
        }
        failing(visit).ifPresent(items::add);
        if (visit.caller().mayAnywhere(Function.MAIL_READ)) {
            add(
                    items,
                    visit,
                    "alert",
                    Optional.of("bad"),
                    "start.mails",
                    "/office/mails",
                    () -> mails.find(visit.caller(), Optional.of(Notifications.State.DEAD), SOME));
        }
        return items;
    }

    /** What is over its promised time comes first, and is counted for itself (L15). */
    private void quotes(List<Item> items, Visit visit) {
        Outcome<Page<Quotes.Summary>> found = quotes.find(
                visit.caller(), new Quotes.Query(Optional.empty(), Optional.empty(), Optional.empty(), true), SOME);
        if (!found.isDone()) {
            return;
        }
        Page<Quotes.Summary> page = found.orElseThrow();
        long late = page.items().stream()
                .filter(quote -> quote.dueAt().filter(clock.now()::isAfter).isPresent())
                .count();
        if (late > 0) {
            items.add(new Item(
                    "alert",
                    Optional.of("bad"),
                    visit.reader().text("start.quotes-late"),
                    visit.reader().number(late),
                    "/office/quotes"));
        }
        add(items, visit, "chat", Optional.empty(), "start.quotes", "/office/quotes", () -> found);
    }

    /** Parts of modules that do not work just now. */
    private Optional<Item> failing(Visit visit) {
        long failing = visit.vendors(Function.MODULE_READ).stream()
                .map(vendor -> modules.overview(visit.caller(), vendor.id()))
                .filter(Outcome::isDone)
                .map(Outcome::orElseThrow)
                .map(ModuleOverview::parts)
                .flatMap(List::stream)
                .filter(part -> part.state() != PartHealth.State.WORKING)
                .count();
        return failing == 0
                ? Optional.empty()
                : Optional.of(new Item(
                        "layers",
                        Optional.of("bad"),
                        visit.reader().text("start.modules"),
                        visit.reader().number(failing),
                        "/office/modules"));
    }

    private static void add(
            List<Item> items,
            Visit visit,
            String icon,
            Optional<String> tone,
            String key,
            String path,
            Supplier<? extends Outcome<? extends Page<?>>> read) {
        Outcome<? extends Page<?>> found = read.get();
        if (found.isDone() && !found.orElseThrow().items().isEmpty()) {
            Page<?> page = found.orElseThrow();
            String more = page.next().isPresent() ? "+" : "";
            items.add(new Item(
                    icon,
                    tone,
                    visit.reader().text(key),
                    visit.reader().number(page.items().size()) + more,
                    path));
        }
    }
}
