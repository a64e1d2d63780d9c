package org.torg.rest.http;

import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import javax.ws.rs.ext.ExceptionMapper;
import javax.ws.rs.ext.Provider;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.torg.api.store.StoreException;
import org.torg.rest.Resource;

/** Tells what the database could not do, so that a caller knows whether to try again. */
@Component(service = Resource.class)
@Provider
public final class StoreFailureMapper implements ExceptionMapper<StoreException>, Resource {

    private static final Logger LOG = LoggerFactory.getLogger(StoreFailureMapper.class);

    @Override
    public Response toResponse(StoreException failure) {
        return switch (failure.kind()) {
            case CONFLICT ->
                Problem.of(409, "conflict", "Somebody else changed it at the same time; try again")
                        .response()
                        .build();
            case UNAVAILABLE -> {
                LOG.error("The database does not answer", failure);
                yield Problem.of(503, "database-unavailable", "The database does not answer; try again later")
                        .response()
                        .header(HttpHeaders.RETRY_AFTER, ProblemReply.RETRY_AFTER)
                        .build();
            }
            case NO_ROOM -> {
                LOG.error("No room is left to store it", failure);
                yield Problem.of(507, "storage-full", "The server has no space left; nothing was changed")
                        .response()
                        .build();
            }
            case OTHER -> new FailureMapper().toResponse(failure);
        };
    }
}
