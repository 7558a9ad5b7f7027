package io.portolan.bankapi;

/** By whom a call is answered: the bank, or in a rehearsal what the playbook itself says of the bank. */
interface Caller {

    /** Makes a call that may be made again. */
    Answer call(Call call) throws CallFailed;

    /** Makes a call that must not be made twice. */
    Answer callOnce(Call call) throws CallFailed;
}
