import { defineConfig } from 'vite';
import { built } from '../built.ts';

export default defineConfig(built('console'));
