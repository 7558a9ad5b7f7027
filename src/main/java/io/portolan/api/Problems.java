package io.portolan.api;

import io.portolan.access.SecondPersonNeeded;
import io.portolan.adoption.NotTaken;
import io.portolan.onboarding.AlikeBanks;
import io.portolan.onboarding.PreflightFailed;
import io.portolan.refusal.Refused;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Says what went wrong as RFC 9457 problems, each with a stable {@code code}; what nobody foresaw is said without internals. */
@RestControllerAdvice(basePackageClasses = Problems.class)
class Problems {

    static final String TOO_LARGE = "This is larger than anything that is taken here.";
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final Set<String> RESERVED = Set.of("type", "title", "status", "detail", "instance", "code");
    private static final Map<Integer, String> CODES = Map.of(400, "bad-request", 401, "unauthenticated",
            403, "forbidden", 404, "unknown-address", 405, "method-not-allowed", 406, "not-acceptable",
            413, "body-too-large", 415, "unsupported-media-type", 500, "internal-error", 503, "unavailable");

    /** A bank that is here already and is called alike. */
    record AlikeView(String id, String name, List<String> countries) { }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(Refused refusal) {
        var problem = problem(HttpStatus.valueOf(refusal.kind().status()), refusal.code(), refusal.getMessage());
        if (refusal.kind() == Refused.Kind.INVALID && !refusal.about().isEmpty()) {
            problem.setProperty("fields", refusal.about());
        } else {
            refusal.about().forEach((name, value) -> {
                if (!RESERVED.contains(name)) {
                    problem.setProperty(name, value);
                }
            });
        }
        if (refusal instanceof NotTaken notTaken) {
            problem.setProperty("findings", notTaken.findings());
        }
        if (refusal instanceof AlikeBanks alike) {
            problem.setProperty("alike", alike.banks().stream().map(bank -> new AlikeView(bank.bank(), bank.name(), bank.countries().stream().sorted().toList())).toList());
        }
        if (refusal instanceof PreflightFailed failed) {
            problem.setProperty("findings", failed.findings().stream().map(PreflightFindingView::of).toList());
        }
        return answer(problem);
    }

    /** No error: the call is accepted as a request for a second person, and nothing of it was done yet; that it answered so is not kept for the same call sent again. */
    @ExceptionHandler
    ResponseEntity<ApprovalView.NeededView> needed(SecondPersonNeeded needed) {
        return ResponseEntity.accepted().location(URI.create("/api/v1/approvals/" + needed.approval().id())).cacheControl(CacheControl.noStore()).body(ApprovalView.NeededView.of(needed));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> changed(ChangedSinceRead changed) {
        var problem = problem(HttpStatus.PRECONDITION_FAILED, changed.code(), changed.getMessage());
        problem.setProperty("now", changed.now());
        return answer(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(HttpMessageNotReadableException unreadable) {
        return answer(UnreadableBody.problem(unreadable));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unknown(KnownParameters.UnknownParameter unknown) {
        return answer(unknown.problem());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> missing(MissingServletRequestParameterException missing) {
        return answer(problem(HttpStatus.BAD_REQUEST, "missing-parameter",
                "The parameter " + missing.getParameterName() + " is missing."));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> mismatch(MethodArgumentTypeMismatchException mismatch) {
        var wanted = mismatch.getRequiredType() == null ? "" : ": it must be a "
                + (Number.class.isAssignableFrom(mismatch.getRequiredType()) || mismatch.getRequiredType().isPrimitive()
                        ? "number" : mismatch.getRequiredType().getSimpleName());
        return answer(problem(HttpStatus.BAD_REQUEST, "invalid-parameter",
                mismatch.getName() + " cannot be read" + wanted + "."));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooMany(EventsController.TooManyStreams tooMany) {
        return answer(problem(HttpStatus.TOO_MANY_REQUESTS, "too-many-streams", tooMany.getMessage()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> denied(AccessDeniedException denied) {
        return answer(problem(HttpStatus.FORBIDDEN, "forbidden", "Whoever calls may not do this."));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> other(Exception broken, HttpServletRequest request) {
        if (broken instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            var detail = broken instanceof HttpMediaTypeNotSupportedException wrong ? wrongMediaType(wrong) : known.getBody().getDetail();
            return ResponseEntity.status(known.getStatusCode()).headers(known.getHeaders()).body(of(known.getStatusCode(), detail));
        }
        return answer(internal(broken, request.getMethod() + " " + request.getRequestURI()));
    }

    private static String wrongMediaType(HttpMediaTypeNotSupportedException wrong) {
        var taken = wrong.getSupportedMediaTypes().stream().filter(MediaType::isConcrete).map(MediaType::toString).distinct().collect(Collectors.joining(" or "));
        return "The type of this body" + (wrong.getContentType() == null ? " is not said" : ", " + wrong.getContentType() + ", is not taken here") + (taken.isEmpty() ? "." : "; send it as " + taken + ".");
    }

    /** Two have moved the same at the same moment; nothing of the later one's transaction was done. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> meanwhile(ConcurrencyFailureException moved) {
        return ResponseEntity.status(HttpStatus.CONFLICT).header(HttpHeaders.RETRY_AFTER, "1").body(problem(HttpStatus.CONFLICT, "changed-meanwhile",
                "Something else has moved the same at this very moment. Nothing of this was done: send it again."));
    }

    /** A problem that says nothing but an id, under which the log tells what happened. */
    static ProblemDetail internal(Throwable broken, String call) {
        var id = UUID.randomUUID().toString();
        LOG.error("{} failed, problem {}", call, id, broken);
        var problem = problem(HttpStatus.INTERNAL_SERVER_ERROR, "internal-error",
                "Something went wrong here. The log tells more under the id of this problem.");
        problem.setProperty("id", id);
        return problem;
    }

    /** The problem for a status that the framework decided on. */
    static ProblemDetail of(HttpStatusCode status, String detail) {
        if (status.value() == 413 && "Maximum upload size exceeded".equals(detail)) {
            return problem(status, CODES.get(413), TOO_LARGE);
        }
        return problem(status, CODES.getOrDefault(status.value(), "status-" + status.value()), detail);
    }

    static ProblemDetail problem(HttpStatusCode status, String code, String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail == null ? "" : detail);
        problem.setProperty("code", code);
        return problem;
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus()).body(problem);
    }
}
