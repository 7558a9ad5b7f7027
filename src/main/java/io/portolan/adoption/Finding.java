package io.portolan.adoption;

/**
 * Something that keeps a registration from being taken in; it never repeats what may be secret.
 *
 * @param line where in the file, from 1; 0 where there is no file
 * @param column the name of the column, or null for the line as a whole
 * @param code what it is, in kebab-case
 * @param what what is wrong, as a sentence
 * @param right what would be right, or null
 */
public record Finding(int line, String column, String code, String what, String right) { }
