package org.torg.portal.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.torg.api.IdempotencyKey;
import org.torg.api.Refusal;
import org.torg.api.RefusedException;
import org.torg.api.account.Caller;
import org.torg.api.account.Device;
import org.torg.api.account.Function;
import org.torg.api.account.Grant;
import org.torg.api.account.Scope;
import org.torg.api.vendor.VendorDescriptor;
import org.torg.portal.look.Reader;

/**
 * A request of a browser, as far as pages need to know.
 *
 * @param path without query, begins with a slash
 * @param query what stands behind the question mark
 * @param form what was posted; none of a GET
 * @param parts of the path that the route names
 * @param token of the session, where there is one
 * @param address from where it comes, for throttles
 * @param device by what kind of program it comes, as far as that is told
 * @param partial whether only a part of the page will be shown in the place of an older one
 * @param told the key of a sentence about what was done just before
 * @param file that comes with the form, at its end
 */
public record Visit(
        Route.Method method,
        String path,
        Fields query,
        Fields form,
        Map<String, String> parts,
        Caller caller,
        Optional<String> token,
        Reader reader,
        String csrf,
        String address,
        Optional<Device> device,
        boolean partial,
        Optional<String> told,
        Optional<SentFile> file) {

    public static final String KEY = "key";

    public Visit {
        parts = Map.copyOf(parts);
    }

    /** A part of the path. */
    public String part(String name) {
        String part = parts.get(name);
        if (part == null) {
            throw new IllegalArgumentException("the route has no part " + name);
        }
        return part;
    }

    /** The part of the path as an id; text that no id can be is answered as an unknown thing of this kind. */
    public String id(String name) {
        String part = part(name);
        if (!part.matches("[A-Za-z0-9_-]{1,64}")) {
            throw new RefusedException(Refusal.notFound(name));
        }
        return part;
    }

    /** What makes a form one deed, however often it is sent. */
    public Optional<IdempotencyKey> key() {
        return form.text(KEY).filter(IdempotencyKey::isValid).map(IdempotencyKey::new);
    }

    /** Whether this is somebody who works for a vendor or the tenant, and acts for no customer just now. */
    public boolean isStaff() {
        return caller.isSignedIn()
                && caller.account().isEmpty()
                && !staffFunctions().isEmpty();
    }

    /** What a member of staff may do at some vendor. To look at the catalogue is everybody's, and is not among them. */
    public Set<Function> staffFunctions() {
        return caller.grants().stream()
                .filter(grant -> grant.function() != Function.CATALOG_READ)
                .filter(grant -> grant.scope() instanceof Scope.Tenant || grant.scope() instanceof Scope.OfVendor)
                .map(Grant::function)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The vendors at which a member of staff may do this, by the names of the reader's language. */
    public List<VendorDescriptor> vendors(Function function) {
        return reader.vendors().stream()
                .filter(vendor -> caller.may(function, Scope.of(vendor.id())))
                .toList();
    }

    /** The path with its query, to come back to. */
    public String here() {
        if (query.byName().isEmpty()) {
            return path;
        }
        return path + "?" + Paths.query(query);
    }

    /** The same, with something that has just been done: for a page that is shown anew with what was typed. */
    public Visit telling(String key) {
        return new Visit(
                method,
                path,
                query,
                form,
                parts,
                caller,
                token,
                reader,
                csrf,
                address,
                device,
                partial,
                Optional.of(key),
                file);
    }

    /** The same with what a form brought. */
    public Visit sending(Fields sent, Optional<SentFile> coming) {
        return new Visit(
                method, path, query, sent, parts, caller, token, reader, csrf, address, device, partial, told, coming);
    }

    /** The same with the parts of its route. */
    public Visit at(Map<String, String> found) {
        return new Visit(
                method, path, query, form, found, caller, token, reader, csrf, address, device, partial, told, file);
    }

    /** The same in a session that has just begun: forms are made for it. */
    public Visit in(String session) {
        return new Visit(
                method,
                path,
                query,
                form,
                parts,
                caller,
                Optional.of(session),
                reader,
                Csrf.token(session),
                address,
                device,
                partial,
                told,
                file);
    }
}
