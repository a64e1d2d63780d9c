package org.torg.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.torg.api.Clock;
import org.torg.api.Outcome;
import org.torg.api.RefusedException;
import org.torg.api.account.Account;
import org.torg.api.account.Accounts;
import org.torg.api.account.ApiTokens;
import org.torg.api.account.Caller;
import org.torg.api.account.FirstAdministrator;
import org.torg.api.account.Function;
import org.torg.api.account.People;
import org.torg.api.account.People.Member;
import org.torg.api.account.People.Rights;
import org.torg.api.account.SecondFactors;
import org.torg.api.account.Sessions;
import org.torg.api.account.Sessions.SignedIn;
import org.torg.api.account.Sessions.Stage;
import org.torg.api.account.UserId;
import org.torg.api.catalog.Imports;
import org.torg.api.catalog.Relation;
import org.torg.api.catalog.Sku;
import org.torg.api.store.CatalogStore.StockedVariant;
import org.torg.api.store.JobStore.Job;
import org.torg.api.store.MediaStore.Related;
import org.torg.api.store.Transactions;
import org.torg.api.store.Transactions.Tx;
import org.torg.api.vendor.Vendor;
import org.torg.api.vendor.VendorId;
import org.torg.kernel.account.AccountPolicies;
import org.torg.kernel.account.AccountService;
import org.torg.kernel.account.ApiTokenService;
import org.torg.kernel.account.CallerResolution;
import org.torg.kernel.account.FirstAdministratorLink;
import org.torg.kernel.account.FirstAdministratorService;
import org.torg.kernel.account.OneTimeSecrets;
import org.torg.kernel.account.PasswordHashes;
import org.torg.kernel.account.PasswordRules;
import org.torg.kernel.account.SecondFactorCodes;
import org.torg.kernel.account.SecondFactorNews;
import org.torg.kernel.account.SecondFactorRule;
import org.torg.kernel.account.SecondFactorService;
import org.torg.kernel.account.SecretTries;
import org.torg.kernel.account.SessionService;
import org.torg.kernel.account.SignInThrottle;
import org.torg.kernel.account.StrangerBudget;
import org.torg.kernel.account.Tiers;
import org.torg.kernel.account.TokenResolution;
import org.torg.kernel.account.TokenWithdrawal;
import org.torg.kernel.catalog.imports.ImportProcess;
import org.torg.kernel.catalog.imports.ImportService;
import org.torg.kernel.catalog.imports.MediaImport;
import org.torg.kernel.catalog.imports.PriceImport;
import org.torg.kernel.catalog.imports.ProductImport;
import org.torg.kernel.catalog.imports.RelationImport;
import org.torg.kernel.catalog.media.MediaFiles;
import org.torg.kernel.command.Commands;
import org.torg.kernel.command.Gate;
import org.torg.kernel.command.Ids;
import org.torg.kernel.command.Nudge;
import org.torg.kernel.job.JobHandler;
import org.torg.kernel.job.JobRun;
import org.torg.kernel.notification.MailOutbox;
import org.torg.kernel.privacy.AddressKeys;
import org.torg.kernel.privacy.BlindIndex;
import org.torg.kernel.privacy.KeyedFingerprints;
import org.torg.kernel.privacy.KeyedVault;
import org.torg.kernel.privacy.MasterKeys;
import org.torg.kernel.vendor.Generations;
import org.torg.kernel.vendor.KnownVendors;
import org.torg.kernel.vendor.VendorFaces;
import org.torg.kernel.vendor.VendorRegistry;
import org.torg.persistence.Stores;
import org.torg.testkit.Example;
import org.torg.vendors.dental.DentalVendor;
import org.torg.vendors.hearing.HearingVendor;
import org.torg.vendors.lighting.LightingVendor;

class DemoSetUpTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    @TempDir
    Path folder;

    private HikariDataSource dataSource;
    private Stores stores;
    private Accounts accounts;
    private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
    private final Clock clock = now::get;
    private FirstAdministrator first;
    private Sessions sessions;
    private SecondFactors factors;
    private ApiTokens tokens;
    private Imports imports;
    private List<JobHandler> handlers;
    private Path file;
    private final Set<String> shared = new TreeSet<>();

    @BeforeEach
    void openAnEmptyTenant() throws SQLException {
        System.setProperty(
                "derby.stream.error.file", folder.resolve("derby.log").toString());
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:derby:memory:" + UUID.randomUUID() + ";create=true");
        config.setUsername("torg");
        config.setPassword("torg");
        dataSource = new HikariDataSource(config);
        stores = Stores.open(dataSource);
        file = folder.resolve("demo-logins.txt");
        VendorRegistry vendors = VendorRegistry.of(
                clock, new LightingVendor("1.0.0"), new DentalVendor("1.0.0"), new HearingVendor("1.0.0"));
        Generations generations = new Generations(vendors, stores.transactions(), stores.modules(), clock);
        Ids ids = new Ids();
        Gate gate = new Gate();
        Nudge nudge = new Nudge();
        MasterKeys masters =
                new MasterKeys(folder.resolve("keys/master.key"), stores.transactions(), stores.personKeys(), clock);
        Commands commands = new Commands(
                stores.transactions(), stores.commands(), clock, ids, nudge, new KeyedFingerprints(masters));
        PasswordHashes passwords = new PasswordHashes();
        var policies = new AccountPolicies(vendors, generations, stores.transactions(), stores.accounts());
        accounts = new AccountService(
                stores.transactions(),
                stores.accounts(),
                stores.locations(),
                commands,
                gate,
                ids,
                clock,
                passwords,
                new PasswordRules(policies),
                new Tiers(vendors, generations, clock),
                policies);
        identity(vendors, generations, commands, gate, ids, nudge, passwords, masters);
        var blobs = stores.blobs(folder.resolve("blobs"));
        imports = new ImportService(
                stores.transactions(),
                stores.imports(),
                stores.jobs(),
                blobs,
                vendors,
                commands,
                gate,
                ids,
                clock,
                nudge);
        ImportProcess process = new ImportProcess(
                stores.transactions(),
                stores.imports(),
                blobs,
                vendors,
                commands,
                new org.torg.kernel.pricing.PricePruning(stores.transactions(), stores.prices(), vendors, clock),
                stores.indexing(),
                clock);
        MediaFiles files = new MediaFiles(stores.transactions(), stores.media(), blobs, clock);
        handlers = List.of(
                new ProductImport(
                        process, stores.transactions(), stores.catalog(), stores.stock(), stores.prices(), clock),
                new PriceImport(
                        process, stores.transactions(), stores.catalog(), stores.accounts(), stores.prices(), clock),
                new RelationImport(process, stores.transactions(), stores.catalog(), stores.media(), files),
                new MediaImport(process, stores.transactions(), stores.catalog(), stores.media(), files));
    }

    private void identity(
            VendorRegistry vendors,
            Generations generations,
            Commands commands,
            Gate gate,
            Ids ids,
            Nudge nudge,
            PasswordHashes passwords,
            MasterKeys masters) {
        Transactions transactions = stores.transactions();
        KeyedVault vault = new KeyedVault(stores.personKeys(), masters, clock);
        SecondFactorCodes codes = new SecondFactorCodes(stores.identity(), vault, clock);
        AccountPolicies policies = new AccountPolicies(vendors, generations, transactions, stores.accounts());
        SecondFactorRule rule = new SecondFactorRule(policies);
        SignInThrottle throttle = new SignInThrottle();
        sessions = new SessionService(
                transactions,
                stores.accounts(),
                stores.people(),
                stores.identity(),
                clock,
                passwords,
                commands,
                new CallerResolution(
                        transactions,
                        stores.accounts(),
                        stores.acting(),
                        stores.people(),
                        stores.guardians(),
                        new KnownVendors(vendors, new VendorFaces(stores.transactions(), stores.vendors())),
                        commands,
                        gate,
                        clock),
                new TokenResolution(transactions, stores.identity(), clock),
                codes,
                rule,
                throttle);
        factors = new SecondFactorService(
                transactions,
                stores.identity(),
                stores.accounts(),
                stores.people(),
                codes,
                rule,
                new SecondFactorNews(
                        vendors,
                        new MailOutbox(
                                stores.mails(), vault, new AddressKeys(new BlindIndex(vault)), ids, clock, nudge)),
                throttle,
                commands,
                gate,
                clock,
                new TokenWithdrawal(stores.identity(), clock));
        tokens = new ApiTokenService(transactions, stores.identity(), stores.accounts(), commands, ids, clock);
        OneTimeSecrets secrets = new OneTimeSecrets(stores.secrets(), clock);
        FirstAdministratorLink link =
                new FirstAdministratorLink(transactions, stores.identity(), secrets, folder, "http://127.0.0.1:8181");
        first = new FirstAdministratorService(
                transactions,
                stores.identity(),
                stores.accounts(),
                secrets,
                passwords,
                new PasswordRules(policies),
                link,
                commands,
                ids,
                clock,
                new SecretTries(new StrangerBudget(throttle, clock), clock));
        link.write();
    }

    @AfterEach
    void close() {
        stores.close();
        dataSource.close();
    }

    @Test
    void anEmptyTenantIsFilled() throws IOException {
        DemoSetUp setUp = setUp(accounts);

        assertThat(setUp.goOn()).hasValueSatisfying(what -> assertThat(what).startsWith("lighting-products.csv"));
        runJob();
        assertThat(setUp.goOn()).hasValueSatisfying(what -> assertThat(what).startsWith("lighting-configured.csv"));
        runJob();
        assertThat(setUp.goOn()).hasValueSatisfying(what -> assertThat(what).startsWith("lighting-prices.csv"));
        runJob();
        assertThat(setUp.goOn()).hasValueSatisfying(what -> assertThat(what).startsWith("lighting-relations.csv"));
        runJob();
        assertThat(setUp.goOn()).isEmpty();

        Optional<Account> customer =
                stores.transactions().read(tx -> stores.accounts().byCustomerNumber(tx, "10042"));
        assertThat(customer).isPresent();
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(logins()).hasSizeGreaterThan(8);
        assertThat(logins().stream().map(row -> row[0]))
                .contains(
                        "owner",
                        "buyer",
                        "staff-orders",
                        "staff-catalog",
                        "staff-modules",
                        "integration",
                        "administrator");
        assertEverybodyCanSignIn();
    }

    @Test
    void startingAgainChangesNothing() throws IOException {
        DemoSetUp first = setUp(accounts);
        while (first.goOn().isPresent()) {
            runJob();
        }
        List<String> before = Files.readAllLines(file);

        assertThat(setUp(accounts).goOn()).isEmpty();

        assertThat(Files.readAllLines(file)).isEqualTo(before);
        assertThat(nextJob()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 4, 6, 11})
    void aCrashInTheMiddleIsMadeUpForAtTheNextStart(int calls) throws IOException {
        assertThatThrownBy(() -> setUp(failingAfter(calls)).goOn()).isInstanceOf(IllegalStateException.class);

        assertThat(setUp(accounts).goOn())
                .hasValueSatisfying(what -> assertThat(what).startsWith("lighting-products.csv"));

        assertThat(nextJob()).isPresent();
        assertThat(nextJob()).isEmpty();
        assertEverybodyCanSignIn();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 5, 8})
    void aCrashWhileStaffAreEquippedIsMadeUpForAtTheNextStart(int calls) throws IOException {
        SecondFactors real = factors;
        factors = failingAfter(SecondFactors.class, real, calls);
        assertThatThrownBy(() -> setUp(accounts).goOn()).isInstanceOf(IllegalStateException.class);
        factors = real;
        now.set(NOW.plusSeconds(60));

        assertThat(setUp(accounts).goOn())
                .hasValueSatisfying(what -> assertThat(what).startsWith("lighting-products.csv"));

        assertThat(logins()).noneMatch(row -> row[5].startsWith("?"));
        now.set(NOW.plusSeconds(120));
        for (String[] row : logins()) {
            assertThat(sessions.signIn(
                                    Caller.stranger(Caller.Channel.API, "test", Locale.ENGLISH),
                                    row[1],
                                    row[2].toCharArray(),
                                    Optional.of(row[5])
                                            .filter(secret -> !secret.isEmpty())
                                            .map(secret -> DemoStaff.code(
                                                    secret, now.get().getEpochSecond() / 30)),
                                    "127.0.0.1")
                            .orElseThrow()
                            .stage())
                    .isEqualTo(Stage.COMPLETE);
        }
    }

    @Test
    void aCodeThatABrokenTryHasUsedIsAwaitedAndNotTakenForThatOfSomebodyElse() throws IOException {
        ApiTokens real = tokens;
        for (int tries = 0; tries < 2; tries++) {
            tokens = failingAfter(ApiTokens.class, real, 0);
            assertThatThrownBy(() -> setUp(accounts).goOn()).isInstanceOf(IllegalStateException.class);
        }
        tokens = real;
        DemoSetUp setUp = setUp(accounts);
        assertThatThrownBy(setUp::goOn).isInstanceOf(RefusedException.class);
        assertThatThrownBy(setUp::goOn).isInstanceOf(RefusedException.class);
        now.set(NOW.plusSeconds(30));

        assertThat(setUp.goOn()).hasValueSatisfying(what -> assertThat(what).startsWith("lighting-products.csv"));
    }

    @Test
    void theDemoWaitsForTheLinkOfTheFirstStart() throws IOException {
        Path link = folder.resolve(DemoStaff.LINK);
        Path away = Files.move(link, folder.resolve("away"));

        assertThat(setUp(accounts).goOn()).contains("the link for the first administrator");
        Files.move(away, link);
        assertThat(setUp(accounts).goOn())
                .hasValueSatisfying(what -> assertThat(what).startsWith("lighting-products.csv"));
        assertThat(link).doesNotExist();
    }

    @Test
    void aTenantWhoseLoginsWereLostIsLeftAlone() throws IOException {
        setUp(accounts).goOn();
        runJob();
        Files.delete(file);

        assertThat(setUp(accounts).goOn()).isEmpty();

        assertThat(logins()).isEmpty();
        assertThat(nextJob()).isEmpty();
    }

    @Test
    @Tag("D10")
    @Tag("H23")
    @Tag("H24")
    void aTenantOfOtherVendorsIsFilledWithTheirs() throws IOException {
        DemoSetUp setUp = setUp(accounts, "dental, hearing, unknown");
        while (setUp.goOn().isPresent()) {
            runJob();
        }

        assertThat(logins().stream().map(row -> row[1]))
                .contains("lab@dvale.example", "order@horlund.example", "elin@lyssna-horselklinik.example")
                .doesNotContain("ordre@lysverk.example");
        assertThat(shared).containsExactly("shared-post@solsiden-tannklinikk.example");
        assertEverybodyCanSignIn();
        VendorId hearing = new VendorId("hearing");
        List<Sku> articles = List.of(new Sku("RIA"), new Sku("BORG"), new Sku("VAXFILTER"));
        List<StockedVariant> found =
                stores.transactions().read(tx -> stores.catalog().variants(tx, hearing, articles));
        assertThat(found)
                .extracting(
                        aid -> aid.variant().brand(),
                        aid -> aid.variant().category().replaceFirst("/.*", ""))
                .containsExactlyInAnyOrder(
                        tuple("Sonett", "hearing-aids"),
                        tuple("Klang", "hearing-aids"),
                        tuple("Sonett", "spare-parts"));
        List<Related> related = stores.transactions().read(tx -> stores.media().related(tx, hearing, new Sku("RIA")));
        assertThat(related)
                .extracting(
                        one -> one.relation(),
                        one -> one.variant().variant().sku().value())
                .contains(tuple(Relation.SPARE_PART, "VAXFILTER"), tuple(Relation.ACCESSORY, "LADD-RIA"));
    }

    @Test
    void everyArticleThatAConfigurationYieldsIsInTheCatalogue() throws IOException {
        for (Vendor vendor : List.of(new LightingVendor("1"), new DentalVendor("1"), new HearingVendor("1"))) {
            List<String> rows = new ArrayList<>();
            for (DemoVendor.Source source :
                    DemoVendor.of(vendor.descriptor().id().value()).get(0).sources()) {
                rows.addAll(lines(source.file()));
            }
            vendor.configurations(Example.of(vendor).request().parameters()).forEach(model -> {
                assertThat(rows).as(model.product()).anyMatch(row -> row.contains(";" + model.product() + ";"));
                model.yields().forEach(yield -> assertThat(rows)
                        .as(yield.sku().value())
                        .anyMatch(row -> row.startsWith(yield.sku().value() + ";")));
            });
        }
    }

    private static List<String> lines(String file) throws IOException {
        try (InputStream in = Objects.requireNonNull(DemoVendor.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    private DemoSetUp setUp(Accounts used) throws IOException {
        return setUp(used, "lighting");
    }

    private DemoSetUp setUp(Accounts used, String vendors) throws IOException {
        DemoStaff staff = new DemoStaff(first, sessions, factors, tokens, clock, folder);
        return new DemoSetUp(DemoVendor.of(vendors), used, sharing(), staff, imports, LoginFile.open(file));
    }

    private void assertEverybodyCanSignIn() throws IOException {
        for (String[] row : logins()) {
            SignedIn signedIn = sessions.signIn(
                            Caller.stranger(Caller.Channel.API, "test", Locale.ENGLISH),
                            row[1],
                            row[2].toCharArray(),
                            Optional.of(row[5])
                                    .filter(secret -> !secret.isEmpty())
                                    .map(this::code),
                            "127.0.0.1")
                    .orElseThrow();
            assertThat(signedIn.stage()).as(row[1]).isEqualTo(Stage.COMPLETE);
            assertThat(row[5].isEmpty())
                    .as(row[1])
                    .isEqualTo(Set.of("owner", "buyer").contains(row[0]));
            assertThat(row[6].isEmpty())
                    .as(row[1])
                    .isEqualTo(Set.of("owner", "buyer", "administrator").contains(row[0]));
            if (!row[6].isEmpty()) {
                Caller program = sessions.resolve(row[6], Caller.Channel.API, "test", Optional.empty())
                        .orElseThrow();
                assertThat(program.mayAnywhere(Function.CATALOG_READ)).isTrue();
            }
        }
    }

    /** Of now, though the second factor was proved just now. */
    private String code(String secret) {
        return DemoStaff.code(secret, NOW.getEpochSecond() / 30);
    }

    private List<String[]> logins() throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t", -1))
                .toList();
    }

    /** Writes down which log-ins were made shared ones. */
    private People sharing() {
        return (People) java.lang.reflect.Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {People.class}, (proxy, method, arguments) -> {
                    Rights rights = (Rights) arguments[5];
                    assertThat(rights.sharedLogin()).isTrue();
                    String key = ((Optional<?>) arguments[1]).orElseThrow().toString();
                    shared.add(key.replaceAll(".*(shared-[^\\]]+)\\]", "$1"));
                    return Outcome.done(new Member(
                            (UserId) arguments[3],
                            Optional.empty(),
                            "Reception",
                            Optional.empty(),
                            rights,
                            true,
                            false,
                            Optional.empty(),
                            1));
                });
    }

    /** Dies after the command of this number has been stored, as a process does that is killed. */
    private Accounts failingAfter(int calls) {
        return failingAfter(Accounts.class, accounts, calls);
    }

    private <T> T failingAfter(Class<T> type, T real, int calls) {
        AtomicInteger left = new AtomicInteger(calls);
        return type.cast(java.lang.reflect.Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    Object answer = method.invoke(real, arguments);
                    if (left.getAndDecrement() == 0) {
                        throw new IllegalStateException("killed after " + method.getName()
                                + Arrays.asList(arguments).size());
                    }
                    return answer;
                }));
    }

    private Optional<Job> nextJob() {
        return stores.transactions().write(tx -> stores.jobs()
                .claim(
                        tx,
                        List.of("import-products", "import-prices", "import-relations"),
                        "test",
                        NOW,
                        NOW.plusSeconds(60)));
    }

    private void runJob() {
        Job job = nextJob().orElseThrow();
        JobHandler handler = handlers.stream()
                .filter(candidate -> candidate.kind().equals(job.kind()))
                .findFirst()
                .orElseThrow();
        handler.run(new JobRun() {
            @Override
            public String argument() {
                return job.argument();
            }

            @Override
            public void checkpoint() {
                // Nobody stops this one.
            }

            @Override
            public void hold(Tx tx) {
                // Nobody else wants it.
            }
        });
        stores.transactions().change(tx -> stores.jobs().done(tx, job.id()));
    }
}
