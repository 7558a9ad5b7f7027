package io.portolan.process;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.support.PersistenceExceptionTranslator;
import org.springframework.stereotype.Component;

/** Tells in the words of Spring that something else has moved the same onboarding at the same moment, such as a look whose time had come. */
@Component
class ConcurrentMoves implements PersistenceExceptionTranslator {

    @Override
    public DataAccessException translateExceptionIfPossible(RuntimeException failed) {
        return failed instanceof OptimisticLockingException
                ? new OptimisticLockingFailureException("Something else has moved this onboarding meanwhile.", failed) : null;
    }
}
