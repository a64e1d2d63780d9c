package org.torg.rest.http;

import javax.servlet.http.HttpServletRequest;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.torg.http.ForwardedAddresses;

/** From where a request really comes, through the proxies that the operator has named. */
@Component(service = RemoteAddresses.class, configurationPid = "org.torg.rest")
@Designate(ocd = RemoteAddresses.Configuration.class)
public final class RemoteAddresses {

    @ObjectClassDefinition(name = "Torg REST")
    public @interface Configuration {

        @AttributeDefinition(
                description =
                        "Addresses of proxies that tell in X-Forwarded-For from where a request comes, separated by commas; also networks such as 10.0.0.0/8")
        String trustedProxies() default "";
    }

    private final ForwardedAddresses addresses;

    @Activate
    public RemoteAddresses(Configuration configuration) {
        this(configuration.trustedProxies());
    }

    private RemoteAddresses(String trustedProxies) {
        addresses = new ForwardedAddresses(trustedProxies);
    }

    /** Trusts no proxy. */
    public static RemoteAddresses ofConnections() {
        return new RemoteAddresses("");
    }

    /** The nearest address that is none of a trusted proxy. */
    public String of(HttpServletRequest request) {
        return addresses.of(request);
    }
}
