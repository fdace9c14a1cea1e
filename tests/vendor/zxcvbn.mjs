// Speaks the committed zxcvbn.js for the tests: password and context as arguments.
import { estimate } from '../../portal/static/vendor/zxcvbn.js';

const [password, ...context] = process.argv.slice(2);
console.log(JSON.stringify(estimate(password, context)));
