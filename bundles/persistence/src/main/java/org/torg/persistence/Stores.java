package org.torg.persistence;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import javax.persistence.EntityManagerFactory;
import javax.persistence.Persistence;
import javax.sql.DataSource;
import org.torg.api.store.AccountStore;
import org.torg.api.store.ActingStore;
import org.torg.api.store.ApprovalStore;
import org.torg.api.store.AuditStore;
import org.torg.api.store.BlobStore;
import org.torg.api.store.CartStore;
import org.torg.api.store.CatalogStore;
import org.torg.api.store.CommandStore;
import org.torg.api.store.EventStore;
import org.torg.api.store.FavouriteStore;
import org.torg.api.store.FileStore;
import org.torg.api.store.GuardianStore;
import org.torg.api.store.IdentityStore;
import org.torg.api.store.ImportStore;
import org.torg.api.store.IndexingStore;
import org.torg.api.store.InvitationStore;
import org.torg.api.store.InvoiceStore;
import org.torg.api.store.JobStore;
import org.torg.api.store.KeyStore;
import org.torg.api.store.LocationStore;
import org.torg.api.store.MailStore;
import org.torg.api.store.MediaStore;
import org.torg.api.store.ModuleStore;
import org.torg.api.store.NumberStore;
import org.torg.api.store.OrderStore;
import org.torg.api.store.OrderTaskStore;
import org.torg.api.store.PeopleStore;
import org.torg.api.store.PersonKeyStore;
import org.torg.api.store.PersonalDataStore;
import org.torg.api.store.PriceStore;
import org.torg.api.store.ProjectListStore;
import org.torg.api.store.QuotePeopleStore;
import org.torg.api.store.QuoteStore;
import org.torg.api.store.RecipientStore;
import org.torg.api.store.RequestStore;
import org.torg.api.store.RetentionStore;
import org.torg.api.store.SecretStore;
import org.torg.api.store.StockStore;
import org.torg.api.store.Transactions;
import org.torg.api.store.UploadStore;
import org.torg.api.store.VendorStore;
import org.torg.api.store.WorkListStore;
import org.torg.persistence.account.JdbcActingStore;
import org.torg.persistence.account.JdbcGuardianStore;
import org.torg.persistence.account.JdbcIdentityStore;
import org.torg.persistence.account.JdbcInvitationStore;
import org.torg.persistence.account.JdbcLocationStore;
import org.torg.persistence.account.JdbcPeopleStore;
import org.torg.persistence.account.JdbcSecretStore;
import org.torg.persistence.account.JpaAccountStore;
import org.torg.persistence.approval.JdbcApprovalStore;
import org.torg.persistence.blob.FolderBlobStore;
import org.torg.persistence.blob.FolderFileStore;
import org.torg.persistence.cart.JpaCartStore;
import org.torg.persistence.catalog.JdbcIndexingStore;
import org.torg.persistence.catalog.JdbcMediaStore;
import org.torg.persistence.catalog.JdbcStockStore;
import org.torg.persistence.catalog.JpaCatalogStore;
import org.torg.persistence.command.JdbcAuditStore;
import org.torg.persistence.command.JpaCommandStore;
import org.torg.persistence.event.JpaEventStore;
import org.torg.persistence.favourite.JdbcFavouriteStore;
import org.torg.persistence.housekeeping.JdbcRetentionStore;
import org.torg.persistence.invoice.JpaInvoiceStore;
import org.torg.persistence.job.JpaImportStore;
import org.torg.persistence.job.JpaJobStore;
import org.torg.persistence.module.JdbcModuleStore;
import org.torg.persistence.notification.JdbcMailStore;
import org.torg.persistence.order.JdbcNumberStore;
import org.torg.persistence.order.JdbcOrderTaskStore;
import org.torg.persistence.order.JdbcWorkListStore;
import org.torg.persistence.order.JpaOrderStore;
import org.torg.persistence.pricing.JdbcPriceStore;
import org.torg.persistence.privacy.JdbcPersonKeyStore;
import org.torg.persistence.privacy.JdbcPersonalDataStore;
import org.torg.persistence.privacy.JdbcQuotePeopleStore;
import org.torg.persistence.privacy.JdbcRecipientStore;
import org.torg.persistence.quote.JdbcProjectListStore;
import org.torg.persistence.quote.JdbcQuoteStore;
import org.torg.persistence.request.JdbcRequestStore;
import org.torg.persistence.tx.JpaTransactions;
import org.torg.persistence.upload.JdbcUploadStore;
import org.torg.persistence.vendor.JdbcKeyStore;
import org.torg.persistence.vendor.JdbcVendorStore;

/** All stores on one database, without OSGi: for tests and tools. In the container each is a service. */
public final class Stores implements AutoCloseable {

    private final EntityManagerFactory entityManagers;
    private final Transactions transactions;
    private final AccountStore accounts = new JpaAccountStore();
    private final LocationStore locations = new JdbcLocationStore();
    private final CatalogStore catalog = new JpaCatalogStore();
    private final StockStore stock = new JdbcStockStore();
    private final PriceStore prices = new JdbcPriceStore();
    private final CartStore carts = new JpaCartStore();
    private final FavouriteStore favourites = new JdbcFavouriteStore();
    private final ProjectListStore projectLists = new JdbcProjectListStore();
    private final QuoteStore quotes = new JdbcQuoteStore();
    private final OrderStore orders = new JpaOrderStore();
    private final OrderTaskStore orderTasks = new JdbcOrderTaskStore();
    private final WorkListStore workLists = new JdbcWorkListStore();
    private final NumberStore numbers = new JdbcNumberStore();
    private final InvoiceStore invoices = new JpaInvoiceStore();
    private final CommandStore commands = new JpaCommandStore();
    private final EventStore events = new JpaEventStore();
    private final JobStore jobs = new JpaJobStore();
    private final ImportStore imports = new JpaImportStore();
    private final VendorStore vendors = new JdbcVendorStore();
    private final ModuleStore modules = new JdbcModuleStore();
    private final KeyStore keys = new JdbcKeyStore();
    private final SecretStore secrets = new JdbcSecretStore();
    private final MailStore mails = new JdbcMailStore();
    private final PeopleStore people = new JdbcPeopleStore();
    private final InvitationStore invitations = new JdbcInvitationStore();
    private final GuardianStore guardians = new JdbcGuardianStore();
    private final ActingStore acting = new JdbcActingStore();
    private final IdentityStore identity = new JdbcIdentityStore();
    private final ApprovalStore approvals = new JdbcApprovalStore();
    private final PersonalDataStore personalData = new JdbcPersonalDataStore();
    private final PersonKeyStore personKeys = new JdbcPersonKeyStore();
    private final RecipientStore recipients = new JdbcRecipientStore();
    private final IndexingStore indexing = new JdbcIndexingStore();
    private final MediaStore media = new JdbcMediaStore();
    private final AuditStore audit = new JdbcAuditStore();
    private final RequestStore requests = new JdbcRequestStore();
    private final UploadStore uploads = new JdbcUploadStore();
    private final QuotePeopleStore quotePeople = new JdbcQuotePeopleStore();
    private final RetentionStore retention = new JdbcRetentionStore();

    private Stores(DataSource dataSource) {
        entityManagers = Persistence.createEntityManagerFactory(
                "torg", Map.of("javax.persistence.nonJtaDataSource", dataSource));
        transactions = new JpaTransactions(entityManagers, dataSource);
    }

    /**
     * Brings the schema up to date and opens the stores.
     *
     * @param dataSource Derby or PostgreSQL, with connections that commit by themselves and {@code READ COMMITTED}; the
     *     caller closes it
     */
    public static Stores open(DataSource dataSource) throws SQLException {
        Schema.migrate(dataSource);
        return new Stores(dataSource);
    }

    public Transactions transactions() {
        return transactions;
    }

    public AccountStore accounts() {
        return accounts;
    }

    public LocationStore locations() {
        return locations;
    }

    public CatalogStore catalog() {
        return catalog;
    }

    public StockStore stock() {
        return stock;
    }

    public PriceStore prices() {
        return prices;
    }

    public CartStore carts() {
        return carts;
    }

    public FavouriteStore favourites() {
        return favourites;
    }

    public ProjectListStore projectLists() {
        return projectLists;
    }

    public QuoteStore quotes() {
        return quotes;
    }

    public OrderStore orders() {
        return orders;
    }

    public WorkListStore workLists() {
        return workLists;
    }

    public OrderTaskStore orderTasks() {
        return orderTasks;
    }

    public NumberStore numbers() {
        return numbers;
    }

    public InvoiceStore invoices() {
        return invoices;
    }

    public CommandStore commands() {
        return commands;
    }

    public EventStore events() {
        return events;
    }

    public JobStore jobs() {
        return jobs;
    }

    public ImportStore imports() {
        return imports;
    }

    public VendorStore vendors() {
        return vendors;
    }

    public ModuleStore modules() {
        return modules;
    }

    public KeyStore keys() {
        return keys;
    }

    public SecretStore secrets() {
        return secrets;
    }

    public MailStore mails() {
        return mails;
    }

    public PeopleStore people() {
        return people;
    }

    public InvitationStore invitations() {
        return invitations;
    }

    public GuardianStore guardians() {
        return guardians;
    }

    public ActingStore acting() {
        return acting;
    }

    public IdentityStore identity() {
        return identity;
    }

    public ApprovalStore approvals() {
        return approvals;
    }

    public PersonalDataStore personalData() {
        return personalData;
    }

    public PersonKeyStore personKeys() {
        return personKeys;
    }

    public RecipientStore recipients() {
        return recipients;
    }

    public MediaStore media() {
        return media;
    }

    public IndexingStore indexing() {
        return indexing;
    }

    public AuditStore audit() {
        return audit;
    }

    public RequestStore requests() {
        return requests;
    }

    public UploadStore uploads() {
        return uploads;
    }

    /** A file store in this folder, which is made when it is not there. */
    public FileStore files(Path folder) {
        return new FolderFileStore(folder);
    }

    public QuotePeopleStore quotePeople() {
        return quotePeople;
    }

    public RetentionStore retention() {
        return retention;
    }

    /** A blob store in this folder, which is made when it is not there. */
    public BlobStore blobs(Path folder) {
        return new FolderBlobStore(folder);
    }

    @Override
    public void close() {
        entityManagers.close();
    }
}
