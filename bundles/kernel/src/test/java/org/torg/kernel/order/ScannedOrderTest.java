package org.torg.kernel.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.torg.kernel.fixture.Clinic.ELSEWHERE;
import static org.torg.kernel.fixture.Clinic.NORTH;
import static org.torg.kernel.fixture.Clinic.SOUTH;
import static org.torg.kernel.fixture.Clinic.at;
import static org.torg.kernel.fixture.Clinic.staff;
import static org.torg.kernel.fixture.Outcomes.code;
import static org.torg.kernel.fixture.Outcomes.refusal;
import static org.torg.kernel.fixture.Shop.UNTRACKED;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.RefusedException;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.account.Membership;
import org.torg.api.account.RecipientId;
import org.torg.api.account.Role;
import org.torg.api.account.Scope;
import org.torg.api.account.UserId;
import org.torg.api.audit.AuditEntry;
import org.torg.api.cart.Cart;
import org.torg.api.cart.CartId;
import org.torg.api.cart.CartRule.Objection;
import org.torg.api.configurator.Answer;
import org.torg.api.configurator.Answers;
import org.torg.api.order.Order;
import org.torg.api.order.Orders.LineFile;
import org.torg.api.order.PlaceOrder;
import org.torg.api.pricing.LineId;
import org.torg.api.pricing.PriceRequest;
import org.torg.api.upload.FileContent;
import org.torg.api.upload.FileScanner;
import org.torg.api.upload.FileType;
import org.torg.api.upload.UploadId;
import org.torg.kernel.fixture.Clinic;
import org.torg.kernel.fixture.Database;
import org.torg.kernel.fixture.Kernel;
import org.torg.kernel.fixture.OnEveryDatabase;
import org.torg.kernel.fixture.Scanned;
import org.torg.kernel.fixture.Splint;
import org.torg.kernel.upload.Attachments;
import org.torg.kernel.upload.LineFiles;

/** Scans that belong to what is ordered with them: from the cart, where they may still be on their way, to the laboratory. */
@Tag("D20")
class ScannedOrderTest {

    private static final String FIRST = "/lines/0/answers/scans/files/0";

    @OnEveryDatabase
    @Tag("D18")
    @Tag("D19")
    void anOrderByScanWaitsForItsFilesAndGivesThemToTheLaboratory(Database database) throws Exception {
        Scanned scene = Scanned.open(database);
        UploadId scan = scene.announced();
        CartId cart = scene.cart();
        assertThat(code(scene.add(cart, Splint.LARGE.with("case", Answer.chosen("scan")))))
                .isEqualTo("done");
        assertThat(code(scene.checkOut(cart))).isEqualTo("configuration-incomplete");
        Cart filled =
                scene.configure(read(scene, cart), 0, Splint.scanned(scan)).orElseThrow();

        Refusal early = refusal(scene.checkOut(cart));
        assertThat(early.code()).isEqualTo("upload-not-ready");
        assertThat(early.details()).extracting(Refusal.Detail::field).containsExactly(FIRST);
        assertThat(scene.kernel.carts.get(scene.dentist, cart).orElseThrow().objections())
                .extracting(Objection::code, objection -> objection.line().orElseThrow())
                .containsExactly(tuple("upload-not-ready", filled.lines().get(0).id()));
        assertThat(read(scene, cart).version()).isEqualTo(filled.version());
        assertThat(scene.upload(scan).attached()).isTrue();

        scene.send(scan);
        assertThat(code(scene.checkOut(cart))).isEqualTo("upload-not-ready");
        scene.check();
        Order order = scene.checkOut(cart).orElseThrow();

        Caller lab = scene.lab();
        List<LineFile> files = scene.kernel.orders.files(lab, order.id()).orElseThrow();
        assertThat(files)
                .extracting(LineFile::line)
                .containsExactly(order.details().get(0).line());
        FileContent content =
                scene.uploading.uploads.open(lab, files.get(0).upload().id()).orElseThrow();
        assertThat(sha256(content))
                .isEqualTo(scene.upload(scan).stored().orElseThrow().sha256());
        assertThat(scene.clinic.audit(1)).extracting(AuditEntry::command).containsExactly("read-upload");
        assertThat(order.channel()).isEqualTo(scene.dentist.channel().name());
        assertThat(scene.upload(scan).recipient()).contains(scene.patient);
    }

    @OnEveryDatabase
    @Tag("D19")
    void strangersToTheLocationSeeNothingOfIt(Database database) {
        Scanned scene = Scanned.open(database);
        UploadId scan = scene.ready();
        Order order = order(scene, scan);

        Caller south = scene.clinic.signedIn(scene.clinic.person("South", at(SOUTH, Role.BUYER)), SOUTH);
        Caller other = scene.clinic.signedIn(scene.clinic.person("Other", at(ELSEWHERE, Role.BUYER)), ELSEWHERE);
        for (Caller stranger : List.of(south, other)) {
            assertThat(code(scene.kernel.orders.files(stranger, order.id()))).isEqualTo("order-not-found");
            assertThat(code(scene.uploading.uploads.open(stranger, scan))).isEqualTo("upload-not-found");
        }
        Caller bookkeeper = scene.clinic.signedIn(
                scene.clinic.person(
                        "Book",
                        new Membership(
                                Role.COLLEAGUE,
                                new Scope.OfLocation(Clinic.ACCOUNT, NORTH),
                                Set.of(Function.ORDER_READ))),
                NORTH);
        assertThat(scene.files(bookkeeper, order)).isEmpty();
        assertThat(scene.files(scene.dentist, order)).containsExactly(scan);
    }

    @OnEveryDatabase
    void filesOfAnotherPlaceOfAnotherTypeAndUnknownOnesAreNamed(Database database) {
        Scanned scene = Scanned.open(database);
        Caller south = scene.clinic.signedIn(scene.clinic.person("South", at(SOUTH, Role.BUYER)), SOUTH);
        UploadId foreign = scene.announced(south, FileType.STL, Scanned.SCAN.length);
        UploadId document = scene.announced(scene.dentist, FileType.PDF, 100);
        UploadId scan = scene.ready();
        CartId cart = scene.cart();

        for (UploadId unknown :
                List.of(foreign, new UploadId("x"), new UploadId("0190a000-0000-7000-8000-00000000dead"))) {
            Refusal refusal = refusal(scene.add(cart, Splint.scanned(scan, unknown)));
            assertThat(refusal.code()).isEqualTo("upload-not-found");
            assertThat(refusal.details()).extracting(Refusal.Detail::field).containsExactly("/answers/scans/files/1");
            assertThat(refusal(place(scene, scene.dentist, Splint.scanned(scan, unknown)))
                            .details())
                    .extracting(Refusal.Detail::field)
                    .containsExactly("/lines/0/answers/scans/files/1");
        }
        assertThat(code(scene.add(cart, Splint.scanned(document)))).isEqualTo("upload-type-wrong");
        assertThat(read(scene, cart).lines()).isEmpty();
        assertThat(scene.upload(scan).attached()).isFalse();
    }

    @OnEveryDatabase
    void aVirusThatIsFoundMeanwhileStopsTheOrderAndSaysWhy(Database database) {
        Scanned scene = Scanned.open(database);
        UploadId scan = scene.announced();
        CartId cart = scene.cart();
        scene.add(cart, Splint.scanned(scan)).orElseThrow();
        scene.uploading.scanners.setScanner((content, size) -> FileScanner.Verdict.INFECTED);
        scene.send(scan);
        scene.check();

        Refusal refusal = refusal(scene.checkOut(cart));
        assertThat(refusal.code()).isEqualTo("file-infected");
        assertThat(refusal.details()).extracting(Refusal.Detail::field).containsExactly(FIRST);
        assertThat(scene.kernel.carts.get(scene.dentist, cart).orElseThrow().objections())
                .extracting(Objection::code)
                .containsExactly("file-infected");
        assertThat(code(place(scene, scene.dentist, Splint.scanned(scan)))).isEqualTo("file-infected");

        scene.uploading.scanners.setScanner((content, size) -> FileScanner.Verdict.CLEAN);
        UploadId other = scene.ready();
        scene.configure(read(scene, cart), 0, Splint.scanned(other)).orElseThrow();
        assertThat(code(scene.checkOut(cart))).isEqualTo("done");
    }

    @OnEveryDatabase
    void aCartKeepsItsFilesAndLetsGoOfThoseThatItNamesNoMore(Database database) {
        Scanned scene = Scanned.open(database);
        UploadId first = scene.ready();
        UploadId second = scene.ready();
        CartId cart = scene.cart();
        scene.add(cart, Splint.scanned(first)).orElseThrow();
        scene.add(cart, Splint.scanned(first, second)).orElseThrow();
        scene.clinic.shop().clock().move(Duration.ofDays(30));
        scene.expire();
        assertThat(scene.upload(first).attached()).isTrue();
        assertThat(scene.upload(second).attached()).isTrue();

        Cart less = scene.configure(read(scene, cart), 1, Splint.scanned(first)).orElseThrow();
        assertThat(scene.upload(second).attached()).isFalse();
        Cart one = remove(scene, less, 1);
        assertThat(scene.upload(first).attached()).isTrue();
        scene.configure(one, 0, Splint.forPatient("none")).orElseThrow();
        assertThat(scene.upload(first).attached()).isFalse();
        assertThat(scene.upload(first).expiresAt())
                .contains(scene.clinic.shop().clock().now().plus(Duration.ofDays(7)));

        scene.clinic.shop().clock().move(Duration.ofDays(8));
        scene.expire();
        assertThat(code(scene.uploading.uploads.get(scene.dentist, first))).isEqualTo("upload-not-found");
        assertThat(code(scene.uploading.uploads.get(scene.dentist, second))).isEqualTo("upload-not-found");
    }

    @OnEveryDatabase
    void theOrderHasTheFilesAndTheCartNoMore(Database database) {
        Scanned scene = Scanned.open(database);
        UploadId scan = scene.ready();
        CartId cart = scene.cart();
        scene.add(cart, Splint.scanned(scan)).orElseThrow();
        Order order = scene.checkOut(cart).orElseThrow();

        List<String> kinds = scene.kernel.transactions.read(
                tx -> scene.kernel.stores.uploads().ownerKinds(tx, scan));
        assertThat(kinds).containsExactly("ORDER");
        scene.clinic.shop().clock().move(Duration.ofDays(400));
        scene.expire();
        assertThat(scene.files(scene.dentist, order)).containsExactly(scan);
        assertThat(code(scene.uploading.uploads.remove(scene.dentist, Optional.empty(), scan)))
                .isEqualTo("upload-attached");
    }

    @OnEveryDatabase
    @Tag("D22")
    void anotherApplianceForTheSamePatientIsAnotherOrderWithTheSameScan(Database database) {
        Scanned scene = Scanned.open(database);
        UploadId scan = scene.ready();

        Order first = order(scene, scan);
        Order second = order(scene, scan);

        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(scene.files(scene.dentist, first)).containsExactly(scan);
        assertThat(scene.files(scene.dentist, second)).containsExactly(scan);
        assertThat(second.details().get(0).recipient()).contains(scene.patient);
    }

    @OnEveryDatabase
    @Tag("D19")
    void theScanOfOnePatientIsNeverOrderedWithForAnother(Database database) {
        Scanned scene = Scanned.open(database);
        UploadId scan = scene.ready();
        Order unused = order(scene, scan);
        RecipientId other = scene.patient(scene.dentist, "Ola Nordmann");

        Refusal refusal = refusal(scene.add(scene.cart(), Splint.scanned(scan), other));

        assertThat(refusal.code()).isEqualTo("upload-other-recipient");
        assertThat(code(place(scene, scene.dentist, Splint.scanned(scan), other)))
                .isEqualTo("upload-other-recipient");
    }

    @OnEveryDatabase
    @Tag("D19")
    void oneScanIsNotTwoPatientsInOneOrder(Database database) {
        Scanned scene = Scanned.open(database);
        UploadId scan = scene.ready();
        RecipientId other = scene.patient(scene.dentist, "Ola Nordmann");
        CartId cart = scene.cart();
        scene.add(cart, Splint.scanned(scan)).orElseThrow();
        scene.add(cart, Splint.scanned(scan)).orElseThrow();
        scene.add(cart, Splint.scanned(scan), other).orElseThrow();

        assertThat(scene.kernel.carts.get(scene.dentist, cart).orElseThrow().objections())
                .extracting(Objection::code)
                .containsExactly("upload-other-recipient");
        for (Refusal refusal : List.of(
                refusal(scene.checkOut(cart)),
                refusal(scene.kernel.orders.place(
                        scene.dentist,
                        Optional.empty(),
                        new PlaceOrder(
                                Optional.empty(),
                                Optional.empty(),
                                List.of(
                                        line("1", scan, scene.patient),
                                        line("2", scan, scene.patient),
                                        line("3", scan, other)),
                                Clinic.checkout(Optional.empty())))))) {
            assertThat(refusal.code()).isEqualTo("upload-other-recipient");
            assertThat(refusal.details())
                    .extracting(Refusal.Detail::field)
                    .containsExactly("/lines/2/answers/scans/files/0");
        }
        assertThat(scene.upload(scan).recipient()).isEmpty();
    }

    @OnEveryDatabase
    @Tag("D19")
    void ofTwoOrdersAtTheSameTimeWithOneScanForTwoPatientsOneIsRefused(Database database) {
        Scanned scene = Scanned.open(database);
        UploadId scan = scene.ready();
        RecipientId other = scene.patient(scene.dentist, "Ola Nordmann");
        LineFiles files =
                new LineFiles(scene.kernel.transactions, scene.kernel.stores.uploads(), scene.uploading.attachments);

        // Both have been looked at before either is stored.
        book(scene, files, "order-1", scan, scene.patient);

        assertThatThrownBy(() -> book(scene, files, "order-2", scan, other))
                .isInstanceOfSatisfying(RefusedException.class, refused -> assertThat(
                                refused.refusal().details())
                        .extracting(Refusal.Detail::field, Refusal.Detail::code)
                        .containsExactly(tuple("/lines/0/answers", "upload-other-recipient")));
        book(scene, files, "order-3", scan, scene.patient);
        assertThat(scene.upload(scan).recipient()).contains(scene.patient);
        assertThat(List.of(1, 2, 3).stream()
                        .map(i -> scene.kernel.transactions.read(
                                tx -> scene.kernel.stores.uploads().attached(tx, "ORDER", "order-" + i)))
                        .map(List::size))
                .containsExactly(1, 0, 1);
    }

    private static void book(Scanned scene, LineFiles files, String order, UploadId scan, RecipientId recipient) {
        scene.kernel.transactions.change(tx -> files.order(
                tx,
                order,
                new Attachments.Place(Clinic.ACCOUNT, Optional.of(NORTH), Kernel.LIGHTING),
                List.of(new LineFiles.Ordered("1", "/lines/0", Splint.scanned(scan), Optional.of(recipient)))));
    }

    private static PriceRequest.Line line(String id, UploadId scan, RecipientId recipient) {
        return new PriceRequest.Line(
                new LineId(id), UNTRACKED, 1, Optional.of(Splint.scanned(scan)), Optional.of(recipient));
    }

    @OnEveryDatabase
    void aWholeOrderInOneCallNeedsItsFilesReadyAndWhoMayNameThem(Database database) {
        Scanned scene = Scanned.open(database);
        UploadId scan = scene.announced();
        assertThat(code(place(scene, scene.dentist, Splint.scanned(scan)))).isEqualTo("upload-not-ready");
        scene.send(scan);
        scene.check();
        Caller clerk = scene.clinic.signedIn(
                scene.clinic.person(
                        "Clerk",
                        new Membership(
                                Role.COLLEAGUE,
                                new Scope.OfLocation(Clinic.ACCOUNT, NORTH),
                                Set.of(Function.ORDER_PLACE, Function.RECIPIENT_READ))),
                NORTH);
        assertThat(code(place(scene, clerk, Splint.scanned(scan)))).isEqualTo("right-missing");

        Order order = place(scene, scene.dentist, Splint.scanned(scan)).orElseThrow();

        assertThat(scene.files(scene.dentist, order)).containsExactly(scan);
    }

    @OnEveryDatabase
    @Tag("D02")
    void whatStaffOrProgramsEnterIsTheSameOrderAndSaysSo(Database database) {
        Scanned scene = Scanned.open(database);
        UploadId scan = scene.ready();
        UserId dentist = scene.dentist.user().orElseThrow();
        Caller staff = scene.clinic.signedIn(
                scene.clinic.person("Desk", staff(Role.STAFF_ORDERS)),
                Optional.of(Clinic.ACCOUNT),
                Optional.of(NORTH),
                Optional.of(dentist));
        Caller program = new Caller(
                new Caller.Subject.Token(dentist, "token"),
                scene.dentist.account(),
                scene.dentist.location(),
                Optional.empty(),
                scene.dentist.grants(),
                Caller.Channel.API,
                "test",
                Locale.ENGLISH);

        Order own = order(scene, scan);
        Order entered = scene.kernel
                .orders
                .place(staff, Optional.empty(), placing(Splint.scanned(scan), scene.patient, Optional.of(dentist)))
                .orElseThrow();
        Order sent = place(scene, program, Splint.scanned(scan)).orElseThrow();

        assertThat(List.of(own.channel(), entered.channel(), sent.channel()))
                .containsExactly("API", "STAFF", "PROGRAM");
        assertThat(entered.actingFor()).contains(dentist);
        assertThat(entered.account()).isEqualTo(own.account());
        assertThat(entered.location()).isEqualTo(own.location());
        assertThat(entered.details()).isEqualTo(own.details());
        assertThat(entered.lines()).isEqualTo(own.lines());
        assertThat(scene.files(scene.dentist, entered)).containsExactly(scan);
    }

    @OnEveryDatabase
    @Tag("D34")
    void nothingIsSubmittedBeforeAllModelsAreSaidToBeReady(Database database) {
        Scanned scene = Scanned.open(database);
        Answers unready = Splint.LARGE.with("case", Answer.chosen("models"));
        CartId cart = scene.cart();
        scene.add(cart, unready).orElseThrow();

        Refusal refusal = refusal(scene.checkOut(cart));
        assertThat(refusal.code()).isEqualTo("configuration-incomplete");
        assertThat(refusal.details()).extracting(Refusal.Detail::field).containsExactly("/lines/0/answers/ready");
        assertThat(code(place(scene, scene.dentist, unready))).isEqualTo("configuration-incomplete");
        scene.configure(read(scene, cart), 0, unready.with("ready", Answer.chosen("yes")))
                .orElseThrow();
        assertThat(code(scene.checkOut(cart))).isEqualTo("done");
    }

    private static Order order(Scanned scene, UploadId scan) {
        return place(scene, scene.dentist, Splint.scanned(scan)).orElseThrow();
    }

    private static Outcome<Order> place(Scanned scene, Caller caller, Answers answers) {
        return place(scene, caller, answers, scene.patient);
    }

    private static Outcome<Order> place(Scanned scene, Caller caller, Answers answers, RecipientId recipient) {
        return scene.kernel.orders.place(caller, Optional.empty(), placing(answers, recipient, Optional.empty()));
    }

    private static PlaceOrder placing(Answers answers, RecipientId recipient, Optional<UserId> actingFor) {
        return new PlaceOrder(
                Optional.empty(),
                Optional.empty(),
                List.of(new PriceRequest.Line(
                        new LineId("1"), UNTRACKED, 1, Optional.of(answers), Optional.of(recipient))),
                Clinic.checkout(actingFor));
    }

    private static Cart read(Scanned scene, CartId cart) {
        return scene.kernel.carts.get(scene.dentist, cart).orElseThrow().cart();
    }

    private static Cart remove(Scanned scene, Cart cart, int line) {
        return scene.kernel
                .carts
                .changeLine(
                        scene.dentist,
                        Optional.empty(),
                        cart.id(),
                        Optional.of(cart.version()),
                        cart.lines().get(line).id(),
                        0)
                .orElseThrow();
    }

    private static String sha256(FileContent content) throws Exception {
        try (InputStream in = content.from(0)) {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(in.readAllBytes()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
