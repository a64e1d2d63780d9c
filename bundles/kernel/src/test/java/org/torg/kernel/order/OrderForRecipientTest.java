package org.torg.kernel.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.kernel.fixture.Clinic.NORTH;
import static org.torg.kernel.fixture.Clinic.SOUTH;
import static org.torg.kernel.fixture.Clinic.at;
import static org.torg.kernel.fixture.Outcomes.code;
import static org.torg.kernel.fixture.Outcomes.refusal;
import static org.torg.kernel.fixture.Shop.UNTRACKED;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.torg.api.PageRequest;
import org.torg.api.account.Agreement;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.account.Membership;
import org.torg.api.account.RecipientId;
import org.torg.api.account.Role;
import org.torg.api.account.Scope;
import org.torg.api.audit.AuditEntry;
import org.torg.api.configurator.Answer;
import org.torg.api.configurator.Answers;
import org.torg.api.order.Order;
import org.torg.api.order.OrderId;
import org.torg.api.order.OrderQuery;
import org.torg.api.order.OrderSummary;
import org.torg.api.order.OrderTask;
import org.torg.api.order.OrderTasks.TaskQuery;
import org.torg.api.order.Orders;
import org.torg.api.order.PlaceOrder;
import org.torg.api.pricing.LineId;
import org.torg.api.pricing.PriceRequest;
import org.torg.api.privacy.Subject;
import org.torg.api.store.OrderStore;
import org.torg.api.vendor.VendorId;
import org.torg.kernel.fixture.Callers;
import org.torg.kernel.fixture.Clinic;
import org.torg.kernel.fixture.Database;
import org.torg.kernel.fixture.Kernel;
import org.torg.kernel.fixture.OnEveryDatabase;
import org.torg.kernel.fixture.Splint;
import org.torg.kernel.privacy.ConfigurationData;
import org.torg.kernel.privacy.SealedAnswers;

/** What is made for a patient: who it is for, what was answered about them, and what it brings for staff to do. */
@Tag("D19")
class OrderForRecipientTest {

    private static final String NOTE = "Bruxism since childhood";
    private static final PageRequest PAGE = PageRequest.first(50);

    private static Clinic clinic(Database database) {
        Clinic clinic = Clinic.open(database);
        clinic.kernel().configurator.model(Splint.whole("white"));
        return clinic;
    }

    private static Caller dentist(Clinic clinic) {
        return clinic.signedIn(clinic.person("Dentist", at(NORTH, Role.BUYER)), NORTH);
    }

    private static RecipientId patient(Clinic clinic, Caller caller) {
        return clinic.kernel()
                .recipients
                .add(caller, Optional.empty(), "Kari Nordmann", Optional.empty(), Optional.empty())
                .orElseThrow()
                .id();
    }

    private static PlaceOrder order(Answers answers, Optional<RecipientId> recipient) {
        return new PlaceOrder(
                Optional.empty(),
                Optional.empty(),
                List.of(new PriceRequest.Line(new LineId("1"), UNTRACKED, 1, Optional.of(answers), recipient)),
                Clinic.checkout(Optional.empty()));
    }

    private static Order place(Clinic clinic, Caller caller, RecipientId patient) {
        return clinic.shop()
                .orders()
                .place(caller, Optional.empty(), order(Splint.forPatient(NOTE), Optional.of(patient)))
                .orElseThrow();
    }

    private static Optional<Answer> note(Order order) {
        return order.details().get(0).configuration().orElseThrow().answers().to("notes");
    }

    @OnEveryDatabase
    @Tag("D16")
    @Tag("D17")
    void whatWasAnsweredAboutAPatientIsSealedAndShownToThoseWhoMaySeeThePatient(Database database) {
        Clinic clinic = clinic(database);
        Caller dentist = dentist(clinic);
        RecipientId patient = patient(clinic, dentist);

        Order placed = place(clinic, dentist, patient);

        assertThat(database.texts()).isNotEmpty().noneMatch(text -> text.contains(NOTE));
        assertThat(database.texts()).noneMatch(text -> text.contains("\"case\":"));
        Order read = clinic.shop().orders().get(dentist, placed.id()).orElseThrow();
        assertThat(note(read)).contains(new Answer.Words(NOTE));
        assertThat(clinic.audit(1)).extracting(AuditEntry::command).containsExactly("read-recipient");
        assertThat(clinic.audit(1)).extracting(AuditEntry::target).containsExactly(patient.value());

        Caller bookkeeper = clinic.signedIn(
                clinic.person(
                        "Book",
                        new Membership(
                                Role.COLLEAGUE,
                                new Scope.OfLocation(Clinic.ACCOUNT, NORTH),
                                Set.of(Function.ORDER_READ))),
                NORTH);
        Order seen = clinic.shop().orders().get(bookkeeper, placed.id()).orElseThrow();
        assertThat(note(seen)).isEmpty();
        assertThat(seen.details().get(0).configuration().orElseThrow().answers().to("size"))
                .contains(Answer.chosen("large"));
    }

    @OnEveryDatabase
    void aWholeOrderIsReadOnceAndItsPatientIsLookedAtOnce(Database database) {
        Clinic clinic = clinic(database);
        Caller dentist = dentist(clinic);
        OrderId id = place(clinic, dentist, patient(clinic, dentist)).id();
        Orders orders = clinic.shop().orders();
        List<AuditEntry> before = clinic.audit(50);
        clinic.shop().sent().forget();

        Orders.Dossier dossier = orders.dossier(dentist, id).orElseThrow();

        assertThat(clinic.shop().sent().statements())
                .filteredOn(sql -> sql.contains("details FROM orders"))
                .hasSize(1);
        assertThat(clinic.audit(50)).hasSize(before.size() + 1);
        assertThat(note(dossier.order())).contains(new Answer.Words(NOTE));
        assertThat(dossier.order()).isEqualTo(orders.get(dentist, id).orElseThrow());
        assertThat(dossier.models())
                .isNotEmpty()
                .isEqualTo(orders.models(dentist, id).orElseThrow());
        assertThat(dossier.terms()).isEqualTo(orders.terms(dentist, id).orElseThrow());
        assertThat(dossier.cancellations())
                .isEqualTo(orders.cancellations(dentist, id).orElseThrow());
        assertThat(dossier).asString().doesNotContain("Bruxism");
        assertThat(code(orders.dossier(Callers.foreigner(), id))).isEqualTo("order-not-found");
    }

    @OnEveryDatabase
    void onlyStaffOfTheVendorWithAnOrderForAPatientSeeThePatient(Database database) {
        Clinic clinic = clinic(database);
        VendorId dental = new VendorId("dental");
        clinic.kernel().transactions.change(tx -> clinic.kernel()
                .stores
                .accounts()
                .put(tx, new Agreement(Clinic.ACCOUNT, dental, Optional.empty(), Set.of())));
        Caller dentist = dentist(clinic);
        RecipientId patient = patient(clinic, dentist);
        RecipientId unserved = patient(clinic, dentist);
        Caller lighting = staffOf(clinic, "Lys", Kernel.LIGHTING);
        Caller other = staffOf(clinic, "Tann", dental);
        assertThat(code(clinic.kernel().recipients.get(lighting, patient))).isEqualTo("recipient-not-found");

        Order placed = place(clinic, dentist, patient);

        assertThat(clinic.kernel().recipients.get(lighting, patient).isDone()).isTrue();
        assertThat(note(clinic.shop().orders().get(lighting, placed.id()).orElseThrow()))
                .contains(new Answer.Words(NOTE));
        assertThat(code(clinic.kernel().recipients.get(lighting, unserved))).isEqualTo("recipient-not-found");
        assertThat(code(clinic.kernel().recipients.get(other, patient))).isEqualTo("recipient-not-found");
    }

    private static Caller staffOf(Clinic clinic, String name, VendorId vendor) {
        return clinic.caller(clinic.session(clinic.person(name, new Membership(Role.STAFF_ORDERS, Scope.of(vendor)))));
    }

    private static OrderQuery ordersFor(RecipientId patient) {
        Optional<Instant> whenever = Optional.empty();
        return new OrderQuery(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                whenever,
                whenever,
                Optional.empty(),
                Optional.empty(),
                Optional.of(patient),
                PAGE);
    }

    @OnEveryDatabase
    @Tag("H44")
    void theOrdersOfOnePatientAreFoundInThreeStatementsAndTheLookIsAudited(Database database) {
        Clinic clinic = clinic(database);
        Caller dentist = dentist(clinic);
        RecipientId patient = patient(clinic, dentist);
        RecipientId other = patient(clinic, dentist);
        Order first = place(clinic, dentist, patient);
        place(clinic, dentist, other);
        Order second = place(clinic, dentist, patient);
        clinic.shop().sent().forget();

        var found = clinic.shop().orders().find(dentist, ordersFor(patient)).orElseThrow();

        assertThat(clinic.shop().sent().statements()).hasSize(3);
        assertThat(found.items()).extracting(OrderSummary::id).containsExactly(second.id(), first.id());
        AuditEntry look = clinic.audit(1).get(0);
        assertThat(look.command()).isEqualTo("read-recipient");
        assertThat(look.target()).isEqualTo(patient.value());
        assertThat(look.account()).contains(Clinic.ACCOUNT);
    }

    @OnEveryDatabase
    void whoMayNotSeeAPatientIsNotToldWhatWasOrderedForThem(Database database) {
        Clinic clinic = clinic(database);
        Caller dentist = dentist(clinic);
        RecipientId patient = patient(clinic, dentist);
        place(clinic, dentist, patient);
        Orders orders = clinic.shop().orders();
        List<AuditEntry> before = clinic.audit(100);

        Caller elsewhere = clinic.signedIn(clinic.person("South", at(SOUTH, Role.BUYER)), SOUTH);
        assertThat(refusal(orders.find(elsewhere, ordersFor(patient))))
                .isEqualTo(refusal(orders.find(elsewhere, ordersFor(new RecipientId("nobody")))));
        Caller bookkeeper = clinic.signedIn(
                clinic.person(
                        "Book",
                        new Membership(
                                Role.COLLEAGUE,
                                new Scope.OfLocation(Clinic.ACCOUNT, NORTH),
                                Set.of(Function.ORDER_READ))),
                NORTH);
        assertThat(code(orders.find(bookkeeper, ordersFor(patient)))).isEqualTo("right-missing");
        assertThat(clinic.audit(100))
                .filteredOn(entry -> entry.command().equals("read-recipient"))
                .hasSameSizeAs(before.stream()
                        .filter(entry -> entry.command().equals("read-recipient"))
                        .toList());

        Caller staff = staffOf(clinic, "Lys", Kernel.LIGHTING);
        assertThat(orders.find(staff, ordersFor(patient)).orElseThrow().items()).hasSize(1);
        assertThat(clinic.audit(1).get(0).command()).isEqualTo("read-recipient");
        assertThat(clinic.audit(1).get(0).account()).contains(Clinic.ACCOUNT);
        assertThat(code(orders.find(staffOf(clinic, "Tann", new VendorId("dental")), ordersFor(patient))))
                .isEqualTo("recipient-not-found");
    }

    @OnEveryDatabase
    void aPatientOfAnotherLocationIsUnknownAndOneIsNeededForAnswersAboutThem(Database database) {
        Clinic clinic = clinic(database);
        Caller dentist = dentist(clinic);
        Caller elsewhere = clinic.signedIn(clinic.person("South", at(SOUTH, Role.BUYER)), SOUTH);
        RecipientId foreign = patient(clinic, elsewhere);
        Answers answers = Splint.forPatient(NOTE);

        assertThat(refusal(
                        clinic.shop().orders().place(dentist, Optional.empty(), order(answers, Optional.of(foreign)))))
                .usingRecursiveComparison()
                .ignoringFields("details")
                .isEqualTo(refusal(clinic.shop()
                        .orders()
                        .place(dentist, Optional.empty(), order(answers, Optional.of(new RecipientId("nobody"))))));
        assertThat(code(clinic.shop().orders().place(dentist, Optional.empty(), order(answers, Optional.empty()))))
                .isEqualTo("recipient-required");
    }

    @OnEveryDatabase
    void whatIsKeptOfAPatientIsExportedAndErasedWithTheirKey(Database database) {
        Clinic clinic = clinic(database);
        Caller dentist = dentist(clinic);
        RecipientId patient = patient(clinic, dentist);
        RecipientId other = patient(clinic, dentist);
        Order placed = place(clinic, dentist, patient);
        place(clinic, dentist, other);
        var orders = clinic.kernel().stores.orders();

        List<OrderStore.OrderFor> found = clinic.kernel().transactions.read(tx -> orders.ordersFor(tx, patient));
        assertThat(found).extracting(OrderStore.OrderFor::id).containsExactly(placed.id());
        assertThat(found.get(0).sealedAnswers()).containsOnlyKeys(new LineId("1"));
        var data = new ConfigurationData(
                clinic.kernel().stores.carts(),
                orders,
                clinic.kernel().stores.uploads(),
                new SealedAnswers(clinic.kernel().vault),
                clinic.kernel().clock);
        List<? extends Record> exported =
                clinic.kernel().transactions.read(tx -> data.export(tx, new Subject.Patient(patient)));
        assertThat(exported).hasSize(1);

        clinic.kernel().transactions.change(tx -> clinic.kernel().vault.destroy(tx, patient.value()));
        assertThat(note(clinic.shop().orders().get(dentist, placed.id()).orElseThrow()))
                .isEmpty();
    }

    @OnEveryDatabase
    @Tag("D33")
    @Tag("D34")
    void modelsAreFetchedByStaffAndMustBeReadyWhenTheOrderIsSubmitted(Database database) {
        Clinic clinic = clinic(database);
        Caller dentist = dentist(clinic);
        RecipientId patient = patient(clinic, dentist);
        Answers unready = Splint.LARGE.with("case", Answer.chosen("models"));
        assertThat(refusal(clinic.shop()
                                .orders()
                                .place(dentist, Optional.empty(), order(unready, Optional.of(patient))))
                        .details()
                        .get(0)
                        .field())
                .isEqualTo("/lines/0/answers/ready");

        Order placed = place(clinic, dentist, patient);

        Caller staff = Callers.staff();
        TaskQuery open =
                new TaskQuery(Optional.empty(), Optional.of(OrderTask.State.OPEN), Optional.of(placed.id()), PAGE);
        OrderTask task = clinic.kernel()
                .orderTasks
                .find(staff, open)
                .orElseThrow()
                .items()
                .get(0);
        assertThat(task.code()).isEqualTo("fetch-models");
        assertThat(task.label().english()).isEqualTo("Fetch the models");
        assertThat(code(clinic.kernel().orderTasks.find(dentist, open))).isEqualTo("right-missing");
        assertThat(code(clinic.kernel().orderTasks.done(dentist, Optional.empty(), task.id(), Optional.empty())))
                .isEqualTo("right-missing");
        OrderTask done = clinic.kernel()
                .orderTasks
                .done(staff, Optional.empty(), task.id(), Optional.of(1L))
                .orElseThrow();
        assertThat(done.state()).isEqualTo(OrderTask.State.DONE);
        assertThat(done.doneBy()).isEqualTo(staff.user());
        assertThat(clinic.kernel().orderTasks.find(staff, open).orElseThrow().items())
                .isEmpty();
        assertThat(code(clinic.kernel().orderTasks.done(staff, Optional.empty(), task.id(), Optional.empty())))
                .isEqualTo("task-done");
        assertThat(clinic.audit(1)).extracting(AuditEntry::command).containsExactly("finish-order-task");
        assertThat(database.texts())
                .anyMatch(text ->
                        text.contains("fetch-models") && text.contains(task.id().value()));
    }
}
