package org.torg.rest;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.ws.rs.core.Application;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.UnsatisfiedReferenceDTO;
import org.osgi.service.jaxrs.whiteboard.JaxrsWhiteboardConstants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes the application when every {@link Resource} of this bundle is there, and takes it back when one leaves: the
 * whiteboard rebuilds an application for each change, so there is one change only.
 */
@Component(service = Publication.class, immediate = true)
public final class Publication {
    private static final Logger LOG = LoggerFactory.getLogger(Publication.class);
    private static final Map<String, Object> PROPERTIES = Map.of(
            JaxrsWhiteboardConstants.JAX_RS_NAME,
            "torg",
            JaxrsWhiteboardConstants.JAX_RS_APPLICATION_BASE,
            "/api/v1",
            "osgi.http.whiteboard.servlet.name",
            "torg-api");

    private final BundleContext context;
    private final ServiceComponentRuntime components;
    private final Set<Resource> resources = new HashSet<>();
    private boolean active;
    private @Nullable ServiceRegistration<Application> registration;

    @Activate
    public Publication(BundleContext context, @Reference ServiceComponentRuntime components) {
        this.context = context;
        this.components = components;
    }

    @Activate
    synchronized void start() {
        active = true;
        publishWhenComplete();
    }

    @Deactivate
    synchronized void stop() {
        active = false;
        withdraw();
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    synchronized void addResource(Resource resource) {
        resources.add(resource);
        publishWhenComplete();
    }

    synchronized void removeResource(Resource resource) {
        resources.remove(resource);
        withdraw();
    }

    /** True while the application is there. */
    public synchronized boolean isPublished() {
        return registration != null;
    }

    /** The services that resources still wait for; empty when the application is published. */
    public List<String> missing() {
        return descriptions()
                .flatMap(resource -> components.getComponentConfigurationDTOs(resource).stream())
                .flatMap(Publication::unsatisfied)
                .distinct()
                .sorted()
                .toList();
    }

    private static Stream<String> unsatisfied(ComponentConfigurationDTO configuration) {
        return Stream.of(configuration.unsatisfiedReferences)
                .map(reference -> service(configuration.description, reference));
    }

    private static String service(ComponentDescriptionDTO description, UnsatisfiedReferenceDTO unsatisfied) {
        return Stream.of(description.references)
                .filter(reference -> reference.name.equals(unsatisfied.name))
                .map(reference -> reference.interfaceName)
                .findFirst()
                .orElse(unsatisfied.name);
    }

    private Stream<ComponentDescriptionDTO> descriptions() {
        return components.getComponentDescriptionDTOs(context.getBundle()).stream()
                .filter(component -> List.of(component.serviceInterfaces).contains(Resource.class.getName()));
    }

    private void publishWhenComplete() {
        if (active && registration == null && resources.size() == descriptions().count()) {
            registration = context.registerService(
                    Application.class,
                    new RestApplication(Set.copyOf(resources)),
                    FrameworkUtil.asDictionary(PROPERTIES));
            LOG.info("The API is published with {} resources", resources.size());
        }
    }

    private void withdraw() {
        if (registration != null) {
            registration.unregister();
            registration = null;
            LOG.info("The API is withdrawn");
        }
    }
}
