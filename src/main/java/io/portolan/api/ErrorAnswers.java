package io.portolan.api;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** The problem for what fails before or after a call of the API is reached, such as an unknown address. */
@Hidden
@RestController
class ErrorAnswers implements ErrorController {

    @RequestMapping("/error")
    ResponseEntity<ProblemDetail> problem(HttpServletRequest request) {
        var given = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        var status = HttpStatus.resolve(given) == null ? HttpStatus.INTERNAL_SERVER_ERROR : HttpStatus.resolve(given);
        var address = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        if (status.is5xxServerError() && request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable t) {
            return ResponseEntity.status(status).body(Problems.internal(t, request.getMethod() + " " + address));
        }
        var sentence = switch (status) {
            case NOT_FOUND -> "There is nothing at " + address + ".";
            case METHOD_NOT_ALLOWED -> "This method is not possible at " + address + ".";
            case UNAUTHORIZED -> "This call needs a token: Authorization: Bearer <token>.";
            case PAYLOAD_TOO_LARGE -> Problems.TOO_LARGE;
            case FORBIDDEN -> "Whoever calls may not do this.";
            default -> status.getReasonPhrase() + ".";
        };
        var problem = Problems.of(status, sentence);
        problem.setInstance(UriComponentsBuilder.fromPath(address).build().encode().toUri());
        return ResponseEntity.status(status).body(problem);
    }
}
