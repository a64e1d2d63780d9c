package org.torg.kernel.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.torg.kernel.fixture.Outcomes.code;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.torg.api.IdempotencyKey;
import org.torg.api.Outcome;
import org.torg.api.Page;
import org.torg.api.PageRequest;
import org.torg.api.RefusedException;
import org.torg.api.account.AccountId;
import org.torg.api.account.Agreement;
import org.torg.api.account.Caller;
import org.torg.api.account.Caller.ActingFor;
import org.torg.api.account.Function;
import org.torg.api.account.Grant;
import org.torg.api.account.LocationId;
import org.torg.api.account.RecipientId;
import org.torg.api.account.Role;
import org.torg.api.account.Scope;
import org.torg.api.account.UserId;
import org.torg.api.audit.AuditEntry;
import org.torg.api.audit.AuditTrail;
import org.torg.api.privacy.Subject;
import org.torg.api.upload.Checksum;
import org.torg.api.upload.FileContent;
import org.torg.api.upload.FileScanner;
import org.torg.api.upload.FileType;
import org.torg.api.upload.NewUpload;
import org.torg.api.upload.Upload;
import org.torg.api.upload.Upload.State;
import org.torg.api.upload.UploadId;
import org.torg.api.vendor.VendorId;
import org.torg.kernel.fixture.Database;
import org.torg.kernel.fixture.Kernel;
import org.torg.kernel.fixture.KernelContract;
import org.torg.kernel.fixture.SampleFiles;
import org.torg.kernel.fixture.Uploading;
import org.torg.kernel.job.JobHandler;
import org.torg.kernel.job.Turns;
import org.torg.kernel.upload.Attachments.Kind;
import org.torg.kernel.upload.Attachments.Owner;
import org.torg.kernel.upload.Attachments.Place;

@Tag("D20")
class UploadTest {

    @Nested
    class OnDerby extends Contract {
        OnDerby() {
            super(Database.DERBY);
        }
    }

    @Nested
    class OnPostgresql extends Contract {
        OnPostgresql() {
            super(Database.POSTGRESQL);
        }
    }

    abstract static class Contract extends KernelContract {

        private static final byte[] SCAN = SampleFiles.binaryStl(200);
        private static final String NUMBER = "311299 56715";
        private static final VendorId OTHER_VENDOR = new VendorId("dental");

        private AccountId clinic = new AccountId("");
        private AccountId other = new AccountId("");
        private Uploading node;

        Contract(Database database) {
            super(database);
            node = new Uploading(kernel, database, kernel.recipients);
        }

        @BeforeEach
        void openAccounts() {
            clinic = kernel.openAccount("10042").id();
            other = kernel.openAccount("10043").id();
            kernel.transactions.change(tx -> kernel.stores
                    .accounts()
                    .put(tx, new Agreement(clinic, Kernel.LIGHTING, Optional.empty(), Set.of())));
        }

        @Test
        void aFileComesInPiecesIsCheckedAndFetched() throws Exception {
            Upload announced = create(nurse(), FileType.STL, SCAN.length);
            assertThat(announced.state()).isEqualTo(State.UPLOADING);
            assertThat(append(announced.id(), 0, Arrays.copyOf(SCAN, 1000)).received())
                    .isEqualTo(1000);
            Upload whole = append(announced.id(), 1000, Arrays.copyOfRange(SCAN, 1000, SCAN.length));
            assertThat(whole.state()).isEqualTo(State.SCANNING);
            assertThat(code(node.uploads.open(nurse(), announced.id()))).isEqualTo("upload-not-ready");

            check();

            Upload ready = get(announced.id());
            assertThat(ready.state()).isEqualTo(State.READY);
            FileContent content = node.uploads.open(nurse(), announced.id()).orElseThrow();
            byte[] kept = read(content, 0);
            assertThat(Arrays.copyOfRange(kept, 80, kept.length)).isEqualTo(Arrays.copyOfRange(SCAN, 80, SCAN.length));
            assertThat(ready.stored()).contains(new Upload.Stored(kept.length, sha256(kept)));
            assertThat(read(content, 500)).isEqualTo(Arrays.copyOfRange(kept, 500, kept.length));
            assertThat(content.fileName()).isEqualTo(announced.id().value() + ".stl");
            assertThat(audit()).contains("create-upload", "finish-upload", "check-upload", "read-upload");
        }

        @Test
        void aFileThatLiesAboutItsTypeIsRefusedAndNothingOfItIsKept() {
            UploadId id = send(nurse(), FileType.STL, SampleFiles.pdf());
            check();

            Upload refused = get(id);
            assertThat(refused.state()).isEqualTo(State.REFUSED);
            assertThat(refused.refusal()).hasValueSatisfying(why -> {
                assertThat(why.code()).isEqualTo("file-type-mismatch");
                assertThat(why.message().english()).contains("Export it again");
            });
            assertThat(code(node.uploads.open(nurse(), id))).isEqualTo("file-type-mismatch");
            assertThat(files(id)).isEmpty();
        }

        @Test
        void anArchiveThatIsUnsafeSaysSo() {
            UploadId id = send(
                    nurse(), FileType.ZIP, SampleFiles.zip(java.util.Map.of("../x.stl", SampleFiles.binaryStl(1))));
            check();

            assertThat(get(id).refusal())
                    .hasValueSatisfying(why -> assertThat(why.code()).isEqualTo("archive-unsafe"));
        }

        @Test
        void whatHasComeOfABrokenPieceIsKept() {
            UploadId id = create(nurse(), FileType.STL, SCAN.length).id();

            assertThatThrownBy(() -> node.uploads.append(nurse(), id, 0, Optional.empty(), breaking(SCAN, 777)))
                    .isInstanceOf(UncheckedIOException.class);

            assertThat(get(id).received()).isEqualTo(777);
            append(id, 777, Arrays.copyOfRange(SCAN, 777, SCAN.length));
            check();
            assertThat(get(id).state()).isEqualTo(State.READY);
        }

        @Test
        void aPieceBeginsWhereTheLastHasEnded() {
            UploadId id = create(nurse(), FileType.STL, SCAN.length).id();
            append(id, 0, Arrays.copyOf(SCAN, 100));

            for (long wrong : List.of(0L, 99L, 101L, (long) SCAN.length)) {
                assertThat(code(node.uploads.append(nurse(), id, wrong, Optional.empty(), stream(SCAN))))
                        .isEqualTo("upload-offset-wrong");
            }
            assertThat(get(id).received()).isEqualTo(100);
        }

        @Test
        void moreThanWasAnnouncedIsRefusedAndTheRestCanStillCome() {
            UploadId id = create(nurse(), FileType.STL, SCAN.length).id();

            assertThat(code(node.uploads.append(
                            nurse(), id, 0, Optional.empty(), stream(SampleFiles.joined(SCAN, new byte[1])))))
                    .isEqualTo("upload-too-long");

            assertThat(get(id).state()).isEqualTo(State.UPLOADING);
            assertThat(append(id, get(id).received(), SCAN).state()).isEqualTo(State.SCANNING);
        }

        @Test
        void aPieceWithAChecksumIsTakenWholeOrNotAtAll() throws Exception {
            UploadId id = create(nurse(), FileType.STL, SCAN.length).id();
            byte[] piece = Arrays.copyOf(SCAN, 1000);
            Checksum right = new Checksum(Checksum.Algorithm.SHA256, sha256(piece));
            byte[] damaged = piece.clone();
            damaged[500] ^= 1;

            assertThat(code(node.uploads.append(nurse(), id, 0, Optional.of(right), stream(damaged))))
                    .isEqualTo("checksum-mismatch");
            assertThatThrownBy(() -> node.uploads.append(nurse(), id, 0, Optional.of(right), breaking(piece, 500)))
                    .isInstanceOf(UncheckedIOException.class);
            assertThat(get(id).received()).isZero();
            assertThat(node.uploads
                            .append(nurse(), id, 0, Optional.of(right), stream(piece))
                            .orElseThrow()
                            .received())
                    .isEqualTo(1000);
        }

        @Test
        void ofTwoPiecesAtTheSameTimeOneWins() throws Exception {
            UploadId id = create(nurse(), FileType.STL, SCAN.length).id();
            CountDownLatch begun = new CountDownLatch(1);
            CountDownLatch go = new CountDownLatch(1);
            InputStream slow = new ByteArrayInputStream(SCAN) {
                @Override
                public synchronized int read(byte[] bytes, int offset, int length) {
                    begun.countDown();
                    try {
                        assertThat(go.await(20, TimeUnit.SECONDS)).isTrue();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                    return super.read(bytes, offset, length);
                }
            };
            ExecutorService first = Executors.newSingleThreadExecutor();
            try {
                Future<Outcome<Upload>> taken =
                        first.submit(() -> node.uploads.append(nurse(), id, 0, Optional.empty(), slow));
                assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();

                Uploading elsewhere = new Uploading(kernel.node(), database, kernel.recipients);
                for (Uploading same : List.of(node, elsewhere)) {
                    assertThat(code(same.uploads.append(nurse(), id, 0, Optional.empty(), stream(new byte[50]))))
                            .isEqualTo("upload-locked");
                }
                go.countDown();
                assertThat(taken.get(20, TimeUnit.SECONDS).orElseThrow().state())
                        .isEqualTo(State.SCANNING);
            } finally {
                first.shutdownNow();
            }
            check();
            assertThat(get(id).state()).isEqualTo(State.READY);
        }

        @Test
        @Tag("D19")
        void anotherLocationAnotherAccountAndStrangersDoNotSeeIt() {
            UploadId id = ready();
            UploadId unknown = new UploadId("0190a000-0000-7000-8000-00000000dead");

            for (Caller foreigner : List.of(
                    person(clinic, "bergen", Role.OWNER),
                    person(other, "oslo", Role.OWNER),
                    nurse(Optional.empty()),
                    staff(Role.STAFF_ORDERS),
                    Caller.stranger(Caller.Channel.API, "test", Locale.ENGLISH))) {
                for (UploadId asked : List.of(id, unknown)) {
                    assertThat(code(node.uploads.get(foreigner, asked))).isEqualTo("upload-not-found");
                    assertThat(code(node.uploads.open(foreigner, asked))).isEqualTo("upload-not-found");
                    assertThat(code(node.uploads.append(foreigner, asked, 0, Optional.empty(), stream(SCAN))))
                            .isEqualTo("upload-not-found");
                    assertThat(code(node.uploads.remove(foreigner, Optional.empty(), asked)))
                            .isEqualTo("upload-not-found");
                    assertThat(code(node.uploads.label(foreigner, Optional.empty(), asked, Optional.empty())))
                            .isEqualTo("upload-not-found");
                }
            }
        }

        @Test
        @Tag("D19")
        void staffWhoMaySeePatientsSeeWhatAnOrderRefersTo() {
            UploadId id = ready();
            attach(id, Kind.CART, "cart-1");
            assertThat(code(node.uploads.open(staff(Role.STAFF_ORDERS), id))).isEqualTo("upload-not-found");
            attach(id, Kind.ORDER, "order-1");

            assertThat(node.uploads.open(staff(Role.STAFF_ORDERS), id).isDone()).isTrue();
            assertThat(code(node.uploads.open(staff(Role.STAFF_WAREHOUSE), id))).isEqualTo("upload-not-found");
            assertThat(code(node.uploads.remove(staff(Role.STAFF_ORDERS), Optional.empty(), id)))
                    .isEqualTo("upload-not-found");
            assertThat(audit().stream().filter("read-upload"::equals)).hasSize(1);
        }

        @Test
        void whoMayNotFillCartsHereIsToldSo() {
            UploadId id = ready();
            Caller reader = caller(
                    Optional.of(clinic), Optional.of("oslo"), Role.STAFF_FINANCE, new Scope.OfLocation(clinic, oslo()));

            assertThat(code(node.uploads.get(reader, id))).isEqualTo("right-missing");
            assertThat(code(node.uploads.create(reader, Optional.empty(), announcement(FileType.STL, 100))))
                    .isEqualTo("right-missing");
        }

        @Test
        void aLabelNeverHoldsAnIdentityNumberAndIsSealed() {
            NewUpload labelled = new NewUpload(
                    Optional.empty(), FileType.STL, 100, Optional.of("Overkjeve J-1042"), Optional.empty());
            Upload created =
                    node.uploads.create(nurse(), Optional.empty(), labelled).orElseThrow();

            assertThat(created.label()).contains("Overkjeve J-1042");
            assertThat(created.toString()).doesNotContain("Overkjeve");
            assertThat(database.texts()).isNotEmpty().noneMatch(text -> text.contains("Overkjeve"));
            assertThat(code(label(created.id(), "Kari " + NUMBER))).isEqualTo("identity-number-in-label");
            assertThat(code(label(created.id(), "131052-308T"))).isEqualTo("identity-number-in-label");
            assertThat(code(label(created.id(), "x640823-3234"))).isEqualTo("identity-number-in-label");
            assertThat(code(label(created.id(), "two\nlines"))).isEqualTo("label-invalid");
            assertThat(label(created.id(), "Scan 2026-11-22 14").orElseThrow().label())
                    .contains("Scan 2026-11-22 14");
        }

        @Test
        void aLocationHasSoManyAndSoMuchWaitingAtMost() {
            for (int i = 0; i < 5; i++) {
                create(nurse(), FileType.STL, 1_000_000);
            }
            assertThat(code(node.uploads.create(nurse(), Optional.empty(), announcement(FileType.STL, 1))))
                    .isEqualTo("uploads-too-many");
            Caller elsewhere = person(clinic, "bergen", Role.BUYER);
            create(elsewhere, FileType.STL, 20_000_000);
            create(elsewhere, FileType.STL, 20_000_000);
            assertThat(code(node.uploads.create(elsewhere, Optional.empty(), announcement(FileType.STL, 1))))
                    .isEqualTo("uploads-too-many");
            assertThat(code(node.uploads.create(
                            person(other, "x", Role.BUYER), Optional.empty(), announcement(FileType.STL, 20_000_001))))
                    .isEqualTo("file-too-large");
            assertThat(code(node.uploads.create(nurse(), Optional.empty(), announcement(FileType.STL, 0))))
                    .isEqualTo("file-empty");
        }

        @Test
        void manyAtTheSameTimeDoNotExceedTheBound() throws Exception {
            ExecutorService many = Executors.newFixedThreadPool(8);
            try {
                List<Future<Outcome<Upload>>> all = java.util.stream.IntStream.range(0, 16)
                        .mapToObj(i -> many.submit(
                                () -> node.uploads.create(nurse(), Optional.empty(), announcement(FileType.STL, 10))))
                        .toList();
                int created = 0;
                for (Future<Outcome<Upload>> one : all) {
                    created += one.get(60, TimeUnit.SECONDS).isDone() ? 1 : 0;
                }
                assertThat(created).isBetween(1, 5);
                assertThat(list()).hasSize(created);
            } finally {
                many.shutdownNow();
            }
        }

        @Test
        void anAnnouncementRepeatedUnderItsKeyIsTheSame() {
            Optional<IdempotencyKey> key = Optional.of(new IdempotencyKey("a"));
            UploadId once = node.uploads
                    .create(nurse(), key, announcement(FileType.STL, 10))
                    .orElseThrow()
                    .id();

            assertThat(node.uploads
                            .create(nurse(), key, announcement(FileType.STL, 10))
                            .orElseThrow()
                            .id())
                    .isEqualTo(once);
            assertThat(code(node.uploads.create(nurse(), key, announcement(FileType.PLY, 10))))
                    .isEqualTo("idempotency-key-reused");
        }

        @Test
        void whatNobodyRefersToExpires() {
            UploadId half = create(nurse(), FileType.STL, SCAN.length).id();
            append(half, 0, Arrays.copyOf(SCAN, 10));
            UploadId loose = ready();
            UploadId ordered = ready();
            attach(ordered, Kind.ORDER, "order-1");

            kernel.clock.move(Duration.ofHours(25));
            expire();
            assertThat(code(node.uploads.get(nurse(), half))).isEqualTo("upload-not-found");
            assertThat(files(half)).isEmpty();
            assertThat(get(loose).state()).isEqualTo(State.READY);

            kernel.clock.move(Duration.ofDays(7));
            expire();
            assertThat(code(node.uploads.get(nurse(), loose))).isEqualTo("upload-not-found");
            assertThat(files(loose)).isEmpty();
            assertThat(get(ordered).state()).isEqualTo(State.READY);
            assertThat(get(ordered).expiresAt()).isEmpty();

            kernel.transactions.change(tx -> node.attachments.release(tx, Kind.ORDER, "order-1"));
            kernel.clock.move(Duration.ofDays(8));
            expire();
            assertThat(code(node.uploads.get(nurse(), ordered))).isEqualTo("upload-not-found");
        }

        @Test
        void aPieceKeepsAFileFromExpiring() {
            UploadId id = create(nurse(), FileType.STL, SCAN.length).id();
            kernel.clock.move(Duration.ofHours(20));
            append(id, 0, Arrays.copyOf(SCAN, 10));
            kernel.clock.move(Duration.ofHours(20));
            expire();

            assertThat(get(id).received()).isEqualTo(10);
        }

        @Test
        void anOrderRefersToReadyFilesOfItsOwnVendorAndAccountOnly() {
            UploadId ready = ready();
            UploadId coming = create(nurse(), FileType.STL, 10).id();
            UploadId lying = send(nurse(), FileType.STL, SampleFiles.pdf());
            check();

            attach(coming, Kind.CART, "cart-1");
            assertThatThrownBy(() -> attach(coming, Kind.ORDER, "order-1")).hasMessage("upload-not-ready");
            assertThatThrownBy(() -> attach(lying, Kind.CART, "cart-1")).hasMessage("file-type-mismatch");
            assertThatThrownBy(() -> attach(new UploadId("x"), Kind.CART, "cart-1"))
                    .hasMessage("upload-not-found");
            assertThatThrownBy(() -> kernel.transactions.change(tx -> node.attachments.attach(
                            tx, List.of(ready), new Owner(Kind.ORDER, "order-1", "", at(other)))))
                    .isInstanceOf(RefusedException.class);
            attach(ready, Kind.ORDER, "order-1");
            attach(ready, Kind.ORDER, "order-1");
            assertThat(get(ready).attached()).isTrue();
            kernel.transactions.change(tx -> node.attachments.release(tx, Kind.ORDER, "order-1"));
            assertThat(get(ready).attached()).isFalse();
        }

        @Test
        void theOwnPeopleRemoveWhatNothingRefersTo() {
            UploadId id = ready();
            attach(id, Kind.CART, "cart-1");
            assertThat(code(node.uploads.remove(nurse(), Optional.empty(), id))).isEqualTo("upload-attached");
            kernel.transactions.change(tx -> node.attachments.release(tx, Kind.CART, "cart-1"));

            Optional<IdempotencyKey> key = Optional.of(new IdempotencyKey("r"));
            assertThat(node.uploads.remove(nurse(), key, id).isDone()).isTrue();
            assertThat(node.uploads.remove(nurse(), key, id).isDone()).isTrue();
            assertThat(code(node.uploads.get(nurse(), id))).isEqualTo("upload-not-found");
            assertThat(files(id)).isEmpty();
        }

        @Test
        void whatIsRemovedWhileItComesLeavesNothingBehind() {
            UploadId id = create(nurse(), FileType.STL, SCAN.length).id();
            InputStream meanwhile = new ByteArrayInputStream(SCAN) {
                @Override
                public synchronized int read(byte[] bytes, int offset, int length) {
                    assertThat(node.uploads
                                            .remove(nurse(), Optional.empty(), id)
                                            .isDone()
                                    || pos > 0)
                            .isTrue();
                    return super.read(bytes, offset, length);
                }
            };

            assertThat(code(node.uploads.append(nurse(), id, 0, Optional.empty(), meanwhile)))
                    .isEqualTo("upload-not-found");
            assertThat(files(id)).isEmpty();
        }

        @Test
        void whatTheScannerFindsIsRefused() {
            node.scanners.setScanner((content, size) -> {
                assertThat(content.readAllBytes()).hasSize((int) size);
                return FileScanner.Verdict.INFECTED;
            });
            UploadId id = send(nurse(), FileType.STL, SCAN);
            check();

            assertThat(get(id).refusal())
                    .hasValueSatisfying(why -> assertThat(why.code()).isEqualTo("file-infected"));
            assertThat(files(id)).isEmpty();
        }

        @Test
        void whatIsTooLargeForTheScannerIsRefusedAndNeverPassed() {
            node.scanners.setScanner((content, size) -> FileScanner.Verdict.TOO_LARGE);
            UploadId id = send(nurse(), FileType.STL, SCAN);
            check();

            assertThat(get(id).refusal())
                    .hasValueSatisfying(why -> assertThat(why.code()).isEqualTo("file-unscannable"));
            assertThat(files(id)).isEmpty();
        }

        @Test
        void withoutTheWantedScannerAFileWaits() {
            node = new Uploading(kernel, database, kernel.recipients, new UploadLimits.Bounds(20, 5, 40, 24, 7, true));
            UploadId id = send(nurse(), FileType.STL, SCAN);
            check();
            assertThat(get(id).state()).isEqualTo(State.SCANNING);
            FileScanner broken = (content, size) -> {
                throw new IOException("away");
            };
            for (int i = 0; i < 10; i++) {
                node.scanners.setScanner(broken);
                kernel.clock.move(Duration.ofMinutes(1));
                check();
                assertThat(get(id).state()).isEqualTo(State.SCANNING);
            }
            node.scanners.unsetScanner(broken);
            node.scanners.setScanner((content, size) -> FileScanner.Verdict.CLEAN);
            kernel.clock.move(Duration.ofMinutes(1));
            check();
            assertThat(get(id).state()).isEqualTo(State.READY);
        }

        @Test
        void theDiskMayHaveLostWhatTheDatabaseKnows() {
            UploadId id = create(nurse(), FileType.STL, SCAN.length).id();
            append(id, 0, Arrays.copyOf(SCAN, 1000));
            try (var file = node.files.write(UploadFiles.sent(id)).orElseThrow()) {
                file.cut(300);
            }

            assertThat(code(node.uploads.append(nurse(), id, 1000, Optional.empty(), stream(SCAN))))
                    .isEqualTo("upload-offset-wrong");
            assertThat(get(id).received()).isEqualTo(300);
            append(id, 300, Arrays.copyOfRange(SCAN, 300, SCAN.length));
            check();
            assertThat(get(id).state()).isEqualTo(State.READY);
        }

        @Test
        @Tag("D19")
        void aPatientsFilesGoWithThePatientUnlessAnOrderWasMadeWithThem() {
            RecipientId kari = kernel.recipients
                    .add(nurse(), Optional.empty(), "Kari", Optional.empty(), Optional.empty())
                    .orElseThrow()
                    .id();
            NewUpload ofKari =
                    new NewUpload(Optional.empty(), FileType.STL, SCAN.length, Optional.empty(), Optional.of(kari));
            UploadId loose = node.uploads
                    .create(nurse(), Optional.empty(), ofKari)
                    .orElseThrow()
                    .id();
            UploadId ordered = node.uploads
                    .create(nurse(), Optional.empty(), ofKari)
                    .orElseThrow()
                    .id();
            append(ordered, 0, SCAN);
            check();
            attach(ordered, Kind.ORDER, "order-1");
            Subject subject = new Subject.Patient(kari);
            UploadPersonalData part = new UploadPersonalData(kernel.stores.uploads(), new UploadViews(kernel.vault));

            kernel.transactions.change(tx -> {
                assertThat(part.export(tx, subject)).hasSize(2);
                assertThat(part.holds(tx, subject)).hasSize(1);
                part.erase(tx, subject);
            });

            assertThat(code(node.uploads.get(nurse(), loose))).isEqualTo("upload-not-found");
            assertThat(get(ordered).state()).isEqualTo(State.READY);
            assertThat(code(node.uploads.create(person(clinic, "bergen", Role.BUYER), Optional.empty(), ofKari)))
                    .isEqualTo("recipient-not-found");
        }

        @Test
        void whoHasSentAFileIsForgottenAndTheFileStays() {
            UploadId id = ready();
            Subject subject = new Subject.User(nurse().user().orElseThrow());
            UploadPersonalData part = new UploadPersonalData(kernel.stores.uploads(), new UploadViews(kernel.vault));

            kernel.transactions.change(tx -> {
                assertThat(part.export(tx, subject)).hasSize(1);
                part.erase(tx, subject);
                assertThat(part.export(tx, subject)).isEmpty();
            });
            assertThat(get(id).state()).isEqualTo(State.READY);
        }

        @Test
        void theListShowsThoseOfThisPlacePageByPage() {
            List<UploadId> all = List.of(
                    create(nurse(), FileType.STL, 1).id(),
                    create(nurse(), FileType.PLY, 1).id(),
                    create(nurse(), FileType.OBJ, 1).id());
            create(person(clinic, "bergen", Role.BUYER), FileType.STL, 1);

            Page<Upload> first =
                    node.uploads.list(nurse(), PageRequest.first(2)).orElseThrow();
            Page<Upload> second =
                    node.uploads.list(nurse(), new PageRequest(first.next(), 2)).orElseThrow();
            assertThat(first.items()).extracting(Upload::id).isEqualTo(all.subList(0, 2));
            assertThat(second.items()).extracting(Upload::id).isEqualTo(all.subList(2, 3));
            assertThat(second.next()).isEmpty();
            assertThat(code(node.uploads.list(nurse(), new PageRequest(Optional.of("'"), 2))))
                    .isEqualTo("cursor-invalid");
        }

        @Test
        @Tag("D19")
        void actingForACustomerIsNoWayToTheScans() {
            UploadId id = send(nurse(), FileType.STL, SCAN);
            check();
            Caller support = actingFor(Kernel.LIGHTING, Function.CART_EDIT);
            Caller foreign = actingFor(OTHER_VENDOR, Function.CART_EDIT, Function.RECIPIENT_READ);

            for (Caller caller : List.of(support, foreign)) {
                String why = caller.equals(support) ? "right-missing" : "upload-not-found";
                assertThat(code(node.uploads.get(caller, id))).isEqualTo(why);
                assertThat(code(node.uploads.open(caller, id))).isEqualTo(why);
                assertThat(code(node.uploads.append(caller, id, 0, Optional.empty(), stream(SCAN))))
                        .isEqualTo(why);
                assertThat(code(node.uploads.label(caller, Optional.empty(), id, Optional.of("x"))))
                        .isEqualTo(why);
                assertThat(code(node.uploads.remove(caller, Optional.empty(), id)))
                        .isEqualTo(why);
                assertThat(UploadAccess.sees(caller, at(clinic))).isFalse();
            }
            assertThat(code(node.uploads.list(support, PageRequest.first(10)))).isEqualTo("right-missing");
            assertThat(code(node.uploads.create(support, Optional.empty(), announcement(FileType.STL, 10))))
                    .isEqualTo("right-missing");
            assertThat(node.uploads
                            .list(foreign, PageRequest.first(10))
                            .orElseThrow()
                            .items())
                    .isEmpty();
            assertThat(code(node.uploads.create(
                            foreign,
                            Optional.empty(),
                            new NewUpload(
                                    Optional.of(Kernel.LIGHTING),
                                    FileType.STL,
                                    10,
                                    Optional.empty(),
                                    Optional.empty()))))
                    .isEqualTo("vendor-unknown");
            assertThat(list()).extracting(Upload::id).containsExactly(id);
        }

        @Test
        void whoActsForACustomerAndMaySeePatientsSendsAndSeesTheirScans() {
            Caller staff = actingFor(Kernel.LIGHTING, Function.CART_EDIT, Function.RECIPIENT_READ);
            UploadId own = create(staff, FileType.STL, 10).id();
            UploadId theirs = create(nurse(), FileType.STL, 10).id();

            assertThat(node.uploads
                            .list(staff, PageRequest.first(10))
                            .orElseThrow()
                            .items())
                    .extracting(Upload::id)
                    .containsExactly(own, theirs);
            assertThat(node.uploads.get(staff, theirs).isDone()).isTrue();
            assertThat(UploadAccess.sees(staff, at(clinic))).isTrue();
        }

        private Upload create(Caller caller, FileType type, long size) {
            return node.uploads
                    .create(caller, Optional.empty(), announcement(type, size))
                    .orElseThrow();
        }

        private static NewUpload announcement(FileType type, long size) {
            return new NewUpload(Optional.empty(), type, size, Optional.empty(), Optional.empty());
        }

        private Upload append(UploadId id, long offset, byte[] piece) {
            return node.uploads
                    .append(nurse(), id, offset, Optional.empty(), stream(piece))
                    .orElseThrow();
        }

        private UploadId send(Caller caller, FileType type, byte[] content) {
            UploadId id = create(caller, type, content.length).id();
            append(id, 0, content);
            return id;
        }

        private UploadId ready() {
            UploadId id = send(nurse(), FileType.STL, SCAN);
            check();
            return id;
        }

        private Upload get(UploadId id) {
            return node.uploads.get(nurse(), id).orElseThrow();
        }

        private List<Upload> list() {
            return node.uploads
                    .list(nurse(), PageRequest.first(200))
                    .orElseThrow()
                    .items();
        }

        private Outcome<Upload> label(UploadId id, String text) {
            return node.uploads.label(nurse(), Optional.empty(), id, Optional.of(text));
        }

        private void attach(UploadId id, Kind kind, String owner) {
            kernel.transactions.change(
                    tx -> node.attachments.attach(tx, List.of(id), new Owner(kind, owner, "", at(clinic))));
        }

        private static Place at(AccountId account) {
            return new Place(account, Optional.of(oslo()), Kernel.LIGHTING);
        }

        private void check() {
            work(node.inspection);
        }

        private void expire() {
            work(new UploadExpiry(
                    kernel.transactions,
                    kernel.stores.jobs(),
                    kernel.stores.uploads(),
                    new UploadRemoval(kernel.transactions, kernel.stores.uploads(), node.files, kernel.vault),
                    kernel.clock));
        }

        private void work(JobHandler handler) {
            Turns turns = new Turns(kernel, handler);
            while (turns.turn()) {
                // Each turn is one job.
            }
        }

        /** Which of the files of an upload are there. */
        private List<String> files(UploadId id) {
            String[] names = database.blobs().resolve("files").toFile().list();
            return Arrays.stream(names == null ? new String[0] : names)
                    .filter(name -> name.startsWith(id.value()))
                    .toList();
        }

        private List<String> audit() {
            return kernel
                    .transactions
                    .read(tx -> kernel.stores.commands().audit(tx, AuditTrail.Query.ALL, Optional.empty(), 100))
                    .stream()
                    .map(AuditEntry::command)
                    .toList();
        }

        private static InputStream stream(byte[] bytes) {
            return new ByteArrayInputStream(bytes);
        }

        private static byte[] read(FileContent content, long from) throws IOException {
            try (InputStream in = content.from(from)) {
                return in.readAllBytes();
            }
        }

        static InputStream breaking(byte[] bytes, int after) {
            return new ByteArrayInputStream(bytes, 0, after) {
                @Override
                public synchronized int read(byte[] into, int offset, int length) {
                    int got = super.read(into, offset, length);
                    if (got < 0) {
                        throw new UncheckedIOException(new IOException("gone"));
                    }
                    return got;
                }
            };
        }

        private static String sha256(byte[] bytes) throws Exception {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        }

        private Caller nurse() {
            return nurse(Optional.of("oslo"));
        }

        private Caller nurse(Optional<String> at) {
            return caller(Optional.of(clinic), at, Role.BUYER, new Scope.OfLocation(clinic, oslo()));
        }

        private static LocationId oslo() {
            return new LocationId("oslo");
        }

        private static Caller person(AccountId account, String at, Role role) {
            return caller(Optional.of(account), Optional.of(at), role, Scope.of(account));
        }

        private static Caller staff(Role role) {
            return caller(Optional.empty(), Optional.empty(), role, Scope.of(Kernel.LIGHTING));
        }

        /** Staff of the vendor in the name of a buyer, with what is left of their rights. */
        private Caller actingFor(VendorId vendor, Function... functions) {
            return new Caller(
                    new Caller.Subject.Person(new UserId("desk")),
                    Optional.of(clinic),
                    Optional.of(oslo()),
                    Optional.of(new ActingFor(new UserId("somebody"), ActingFor.Kind.CUSTOMER, Optional.of(vendor))),
                    Set.of(functions).stream()
                            .map(function -> new Grant(function, new Scope.OfLocation(clinic, oslo())))
                            .collect(Collectors.toSet()),
                    Caller.Channel.API,
                    "test",
                    Locale.ENGLISH);
        }

        private static Caller caller(Optional<AccountId> account, Optional<String> at, Role role, Scope scope) {
            return new Caller(
                    new Caller.Subject.Person(new UserId("somebody")),
                    account,
                    at.map(LocationId::new),
                    Optional.empty(),
                    role.functions().stream()
                            .map(function ->
                                    new Grant(function, function == Function.CATALOG_READ ? Scope.tenant() : scope))
                            .collect(Collectors.toSet()),
                    Caller.Channel.API,
                    "test",
                    Locale.ENGLISH);
        }
    }
}
