package org.torg.rest;

import java.net.URI;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import javax.servlet.DispatcherType;
import org.apache.cxf.jaxrs.servlet.CXFNonSpringJaxrsServlet;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.servlet.FilterHolder;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;
import org.torg.rest.account.AcceptanceResource;
import org.torg.rest.account.AccountInvitationResource;
import org.torg.rest.account.AccountOwnerResource;
import org.torg.rest.account.AccountPeopleResource;
import org.torg.rest.account.AccountResource;
import org.torg.rest.account.AddressResource;
import org.torg.rest.account.AgreementResource;
import org.torg.rest.account.ApiTokenResource;
import org.torg.rest.account.CurrentSessionResource;
import org.torg.rest.account.EmailConfirmationResource;
import org.torg.rest.account.FirstAdministratorResource;
import org.torg.rest.account.GuardianshipResource;
import org.torg.rest.account.LocationResource;
import org.torg.rest.account.OwnSessionResource;
import org.torg.rest.account.PasswordResetResource;
import org.torg.rest.account.PasswordResource;
import org.torg.rest.account.PersonSecondFactorResource;
import org.torg.rest.account.ProfileResource;
import org.torg.rest.account.SecondFactorResource;
import org.torg.rest.account.SessionResource;
import org.torg.rest.account.StaffInvitationResource;
import org.torg.rest.account.StaffPeopleResource;
import org.torg.rest.approval.ApprovalResource;
import org.torg.rest.approval.ApprovalRulesResource;
import org.torg.rest.approval.CartApprovalResource;
import org.torg.rest.audit.AuditCsvResource;
import org.torg.rest.audit.AuditResource;
import org.torg.rest.cart.CartResource;
import org.torg.rest.cart.FollowingCartResource;
import org.torg.rest.catalog.CatalogExportResource;
import org.torg.rest.catalog.CategoryResource;
import org.torg.rest.catalog.ImportResource;
import org.torg.rest.catalog.MediaResource;
import org.torg.rest.catalog.ProductResource;
import org.torg.rest.catalog.SearchResource;
import org.torg.rest.configurator.ConfigurationResource;
import org.torg.rest.event.EventResource;
import org.torg.rest.favourite.CartFavouriteResource;
import org.torg.rest.favourite.FavouriteResource;
import org.torg.rest.fulfilment.OrderShipmentResource;
import org.torg.rest.fulfilment.ShipmentResource;
import org.torg.rest.http.CallerFilter;
import org.torg.rest.http.MessageText;
import org.torg.rest.http.RefusedMapper;
import org.torg.rest.http.RemoteAddresses;
import org.torg.rest.http.RequestGate;
import org.torg.rest.http.SignedInFilter;
import org.torg.rest.invoice.InvoiceResource;
import org.torg.rest.module.GenerationResource;
import org.torg.rest.module.ModuleResource;
import org.torg.rest.notification.NotificationResource;
import org.torg.rest.openapi.OpenApiResource;
import org.torg.rest.order.OrderModelResource;
import org.torg.rest.order.OrderResource;
import org.torg.rest.order.OrderTaskResource;
import org.torg.rest.pricing.PriceResource;
import org.torg.rest.pricing.SimulationResource;
import org.torg.rest.privacy.PersonalDataResource;
import org.torg.rest.quickorder.QuickOrderResource;
import org.torg.rest.quote.ProjectListResource;
import org.torg.rest.quote.QuoteResource;
import org.torg.rest.recipient.RecipientResource;
import org.torg.rest.recipient.RecipientSearchResource;
import org.torg.rest.request.EmailCorrectionResource;
import org.torg.rest.request.RegistrationResource;
import org.torg.rest.request.RequestResource;
import org.torg.rest.upload.MethodOverrideFilter;
import org.torg.rest.upload.TusFilter;
import org.torg.rest.upload.UploadContentResource;
import org.torg.rest.upload.UploadResource;
import org.torg.rest.vendor.InformationResource;
import org.torg.rest.vendor.VendorResource;

/** The whole API over HTTP, on a small market in memory. */
public final class ApiServer implements AutoCloseable {

    private final SmallMarket market = new SmallMarket();
    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);

    public ApiServer() throws Exception {
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler();
        context.addFilter(new FilterHolder(new RequestGate()), "/*", EnumSet.of(DispatcherType.REQUEST));
        context.addServlet(
                new ServletHolder(new CXFNonSpringJaxrsServlet(new RestApplication(resources(market)))), "/api/v1/*");
        server.setHandler(context);
        server.start();
    }

    public SmallMarket market() {
        return market;
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + connector.getLocalPort());
    }

    /** Each component of this bundle whose service is a {@link Resource}, but for the root. */
    static Set<Resource> resources(SmallMarket market) {
        MessageText texts = market.texts();
        Set<Resource> resources = new HashSet<>();
        resources.add(new CallerFilter(market.sessions()));
        resources.add(new SignedInFilter());
        resources.add(new RefusedMapper(texts));
        resources.add(new SessionResource(market.sessions(), RemoteAddresses.ofConnections()));
        SmallIdentity identity = market.identity();
        resources.add(new SecondFactorResource(identity));
        resources.add(new PersonSecondFactorResource(identity));
        resources.add(new ApiTokenResource(identity.tokens()));
        resources.add(new FirstAdministratorResource(identity.first(), RemoteAddresses.ofConnections()));
        resources.add(new CurrentSessionResource(market.sessions()));
        resources.add(new OwnSessionResource(market.sessions()));
        resources.add(new AccountPeopleResource(market.people()));
        resources.add(new AccountInvitationResource(market.people()));
        resources.add(new AccountOwnerResource(market.people()));
        resources.add(new StaffPeopleResource(market.people()));
        resources.add(new StaffInvitationResource(market.people()));
        resources.add(new GuardianshipResource(market.people()));
        resources.add(new ProfileResource(market.people()));
        resources.add(new AcceptanceResource(market.people(), RemoteAddresses.ofConnections()));
        resources.add(new EmailConfirmationResource(market.people(), RemoteAddresses.ofConnections()));
        resources.add(new PasswordResetResource(market.people(), RemoteAddresses.ofConnections()));
        resources.add(new PasswordResource(market.people()));
        resources.add(new AccountResource(market.accounts(), texts));
        resources.add(new AddressResource(market.accounts(), texts));
        resources.add(new AgreementResource(market.accounts()));
        resources.add(new LocationResource(market.accounts()));
        resources.add(new AuditResource(market.audit()));
        resources.add(new ApprovalResource(market.approvals(), texts));
        resources.add(new QuickOrderResource(market.quickOrders(), texts));
        resources.add(new ProjectListResource(market.quotes(), market.quotes(), texts));
        resources.add(new QuoteResource(market.quotes(), market.accounts(), texts));
        resources.add(new ApprovalRulesResource(market.approvals()));
        resources.add(new CartApprovalResource(market.approvals(), market.accounts()));
        resources.add(new AuditCsvResource(market.audit()));
        resources.add(new CartFavouriteResource(market.favourites()));
        resources.add(new FavouriteResource(market.favourites(), texts));
        resources.add(new FollowingCartResource(market.favourites(), texts));
        resources.add(new CartResource(market.carts(), market.accounts(), texts));
        resources.add(new MediaResource(market.media()));
        resources.add(new CategoryResource(market.catalog(), market.media(), texts));
        resources.add(new ImportResource(market.imports(), market.vendors(), texts));
        resources.add(new ProductResource(market.catalog(), market.media(), texts));
        resources.add(new SearchResource(market.search(), market.media(), texts));
        resources.add(new CatalogExportResource(new SmallExports()));
        resources.add(new EventResource(market.events()));
        resources.add(new OrderShipmentResource(market.shipments()));
        resources.add(new ShipmentResource(market.shipments()));
        resources.add(new InvoiceResource(market.invoices(), texts));
        resources.add(new GenerationResource(market.modules()));
        resources.add(new ModuleResource(market.modules(), texts));
        resources.add(new NotificationResource(market.notifications()));
        resources.add(new OpenApiResource());
        resources.add(new OrderTaskResource(new SmallOrderTasks(market), texts));
        resources.add(new OrderResource(market.orders(), market.accounts(), texts));
        resources.add(new OrderModelResource(market.orders(), texts));
        resources.add(new RecipientResource(market.recipients(), texts));
        resources.add(new RecipientSearchResource(market.recipients(), texts));
        resources.add(new PersonalDataResource(new SmallPrivacy(market), texts));
        resources.add(new ConfigurationResource(market.configurations(), texts));
        resources.add(new PriceResource(market.prices(), texts));
        resources.add(new SimulationResource(market.simulations(), texts));
        resources.add(new RequestResource(market.requests()));
        resources.add(new EmailCorrectionResource(market.requests(), RemoteAddresses.ofConnections()));
        resources.add(new RegistrationResource(market.requests(), RemoteAddresses.ofConnections()));
        resources.add(new UploadResource(market.uploads(), texts));
        resources.add(new UploadContentResource(market.uploads()));
        resources.add(new TusFilter());
        resources.add(new MethodOverrideFilter());
        resources.add(new VendorResource(market.vendors(), texts));
        resources.add(new InformationResource(new SmallInformation(market), texts));
        return resources;
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
