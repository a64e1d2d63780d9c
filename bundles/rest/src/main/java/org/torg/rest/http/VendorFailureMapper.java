package org.torg.rest.http;

import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import javax.ws.rs.ext.ExceptionMapper;
import javax.ws.rs.ext.Provider;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.torg.api.vendor.VendorFailure;
import org.torg.rest.Resource;

/** A part of a vendor that failed is named in the log; the caller may try again. */
@Component(service = Resource.class)
@Provider
public final class VendorFailureMapper implements ExceptionMapper<VendorFailure>, Resource {

    private static final Logger LOG = LoggerFactory.getLogger(VendorFailureMapper.class);

    @Override
    public Response toResponse(VendorFailure failure) {
        LOG.warn("A part of a vendor failed: {}", failure.getMessage());
        return Problem.of(
                        503,
                        "vendor-failed",
                        "A part of the vendor " + failure.vendor().value() + " failed; try again later")
                .response()
                .header(HttpHeaders.RETRY_AFTER, ProblemReply.RETRY_AFTER)
                .build();
    }
}
